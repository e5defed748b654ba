/*
 * frameworks.c - progress in the areas of a framework, each with its aim and where its indicators are.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "resolve/written.h"

enum { AREA, PROGRESS, INDICATORS, COLUMNS };

static bool is_of(const struct framework_area *area, const char *framework)
{
	return strcmp(area->framework, framework) == 0;
}

static bool is_known(struct resolver *resolver, const struct word *of)
{
	const struct statement_lists *lists = resolver->statement;
	const char **names = arena_array(resolver->arena, lists->area_count + 1, sizeof(*names));
	size_t count = 0;

	for (size_t i = 0; i < lists->area_count; i++) {
		if (is_of(&lists->areas[i], of->text))
			return true;
		if (i == 0 || !is_of(&lists->areas[i], lists->areas[i - 1].framework))
			names[count++] = lists->areas[i].framework;
	}
	diag_add(resolver->diags, DIAG_ENTRY_UNKNOWN, of->at, of->text,
		 suggest_hint(resolver->arena, of->text, names, count));
	return false;
}

static const struct block *find_area(const struct block *block, const char *id)
{
	for (const struct block *area = block->children; area != NULL; area = area->next)
		if (area->kind == BLOCK_AREA && strcmp(area->reference.of.text, id) == 0)
			return area;
	return NULL;
}

static void add_row(struct resolver *resolver, const struct scope *scope, const struct block *block,
		    struct table *table, const struct framework_area *area)
{
	struct table_cell *cells = written_row(resolver, table);

	cells[AREA].text = plain_text(resolver, area->name);
	cells[AREA].detail = plain_text(resolver, area->aim);
	add_written(resolver, scope, &cells[PROGRESS].text, "", find_area(block, area->id),
		    &(struct written_gap){
			    .what = STRING_GAP_AREA, .about = area->name, .at = block->at });
	remember_area(resolver, &cells[INDICATORS], area);
}

static const char *add_rows(struct resolver *resolver, const struct scope *scope,
			    const struct block *block, struct table *table)
{
	const struct statement_lists *lists = resolver->statement;
	const char **ids = arena_array(resolver->arena, lists->area_count + 1, sizeof(*ids));
	const char *title = "";
	size_t count = 0;

	for (size_t i = 0; i < lists->area_count; i++) {
		const struct framework_area *area = &lists->areas[i];

		if (!is_of(area, block->reference.of.text))
			continue;
		title = area->framework_title;
		ids[count++] = area->id;
		note_unchecked(resolver, block->at, area->id, area->confidence);
		add_row(resolver, scope, block, table, area);
	}
	check_entries(resolver, block, BLOCK_AREA, ids, count);
	return title;
}

void resolve_framework(struct resolver *resolver, const struct scope *scope,
		       const struct block *block, struct node *parent)
{
	static const enum string_id headings[] = { STRING_HEADING_AREA, STRING_HEADING_PROGRESS,
						   STRING_HEADING_INDICATORS };
	static const double weights[COLUMNS] = { 0 }; /* by what they hold */
	struct node *node = node_new(resolver->arena, NODE_TABLE, block->at);
	struct table *table;
	const char *title;

	if (!is_known(resolver, &block->reference.of))
		return;
	table = written_table(resolver, headings, weights, COLUMNS);
	title = add_rows(resolver, scope, block, table);
	node->table = table;
	set_figure_words(
		resolver, scope, block, node,
		(struct figure_words){
			.title = words_fill(&resolver->words, STRING_FRAMEWORK_TITLE,
					    (struct placeholder[]){ { "title", title }, { 0 } }),
			.subtitle = written_subtitle(resolver, STRING_FRAMEWORK_SUBTITLE),
		});
	number_table(resolver, block, node);
	node_append(parent, node);
}
