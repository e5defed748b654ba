/*
 * data_quality_steps.c - what is done for better records, and where definitions differ from the national ones.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "resolve/data_quality_parts.h"
#include "resolve/written.h"

/* "Mental Health Services Data Set: ethnic group" */
static const char *aim_of(struct resolver *resolver, const struct block *step)
{
	const struct dataset *dataset = resolver->dataset;
	int source = step->source.text == NULL ? -1 : source_find(dataset, step->source.text);
	const char *name = step->reference.by.text, *title, *label = "";
	int found = name == NULL ? -1 : dimension_find(dataset->dimensions, name);

	title = source < 0 ? word_of(resolver, STRING_QUALITY_ALL_SOURCES)
			   : dataset->sources[source].title;
	if (found >= 0)
		label = dataset->dimensions->items[found].label;
	else if (name != NULL && (found = classification_find(dataset->dimensions, name)) >= 0)
		label = dataset->dimensions->classifications[found]->label;
	return label[0] == '\0'
		       ? title
		       : words_fill(&resolver->words, STRING_QUALITY_AIM,
				    (struct placeholder[]){
					    { "source", title }, { "dimension", label }, { 0 } });
}

static bool step_is_known(struct resolver *resolver, const struct block *step)
{
	const struct dimensions *dimensions = resolver->dataset->dimensions;
	const char *name = step->reference.by.text, **names;
	size_t count;

	if (name == NULL || dimension_find(dimensions, name) >= 0 ||
	    classification_find(dimensions, name) >= 0)
		return true;
	names = breakdown_names(resolver->arena, dimensions, &count);
	diag_add(resolver->diags, DIAG_BREAKDOWN_UNKNOWN, step->reference.by.at,
		 arena_printf(resolver->arena, "by=\"%s\"", name),
		 suggest_hint(resolver->arena, name, names, count));
	return false;
}

static void add_step(struct resolver *resolver, const struct scope *scope, struct table *table,
		     const struct block *step)
{
	const struct written_gap gap = { .what = STRING_GAP_STEP, .about = "", .at = step->at };
	struct table_cell *cells;

	if (!step_is_known(resolver, step))
		return;
	cells = written_row(resolver, table);
	add_written(resolver, scope, &cells[0].text, "", step, &gap);
	cells[1].text = plain_text(resolver, aim_of(resolver, step));
	add_owner_and_date(resolver, &cells[2].text, step, "");
}

void quality_add_steps(struct resolver *resolver, const struct scope *scope,
		       const struct block *block, struct node *parent)
{
	static const enum string_id headings[] = { STRING_QUALITY_STEP, STRING_QUALITY_FOR,
						   STRING_QUALITY_OWNER };
	static const double weights[] = { 6, 4, 4 };
	struct node *box = node_new(resolver->arena, NODE_CALLOUT, block->at), *node;
	struct table *table = written_table(resolver, headings, weights, 3);

	box->callout = CALLOUT_ACTION;
	box->title = plain_text(resolver, word_of(resolver, STRING_QUALITY_STEPS));
	node_append(parent, box);
	for (const struct block *step = block->children; step != NULL; step = step->next)
		add_step(resolver, scope, table, step);
	node = node_new(resolver->arena, table->row_count > 0 ? NODE_TABLE : NODE_TEXT, block->at);
	if (table->row_count > 0) {
		table->open = false;
		table->boxed = true;
		node->table = table;
	} else {
		node->role = ROLE_BODY;
		add_author_gap(resolver, &node->text, block->at, "",
			       word_of(resolver, STRING_GAP_STEP));
	}
	node_append(box, node);
}

static void add_difference(struct resolver *resolver, struct node *list,
			   const struct indicator *indicator)
{
	struct node *item = node_new(resolver->arena, NODE_ITEM, list->at);
	const struct placeholder parts[] = {
		{ "name", words_capital(&resolver->words, indicator->short_name) },
		{ "difference", indicator->difference },
		{ 0 },
	};

	item->text = plain_text(resolver,
				words_fill(&resolver->words, STRING_QUALITY_DIFFERENCE, parts));
	node_append(list, item);
}

void quality_add_differences(struct resolver *resolver, const struct block *block,
			     struct node *parent)
{
	const struct indicators *indicators = resolver->dataset->indicators;
	struct node *box = node_new(resolver->arena, NODE_CALLOUT, block->at);
	struct node *list = node_new(resolver->arena, NODE_LIST, block->at);

	for (size_t i = 0; i < indicators->count; i++)
		if (indicators->items[i].difference != NULL &&
		    indicators->items[i].difference[0] != '\0')
			add_difference(resolver, list, &indicators->items[i]);
	if (list->first == NULL) {
		say_instead(resolver, parent, block->at,
			    word_of(resolver, STRING_QUALITY_NO_DIFFERENCE));
		return;
	}
	box->callout = CALLOUT_NOTE;
	box->title = plain_text(resolver, word_of(resolver, STRING_QUALITY_DIFFERENCES));
	node_append(box, list);
	node_append(parent, box);
}
