/*
 * places.c - where indicators and sections of the statement are in the document, and cells that say so.
 *
 * A place has a number or page when the document is whole; cells are filled then.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text_list.h"
#include "resolve/written.h"

/* An area with more indicators than these names the sections that hold them. */
enum { INDICATORS_MOST = 4, SECTIONS_MOST = 3 };

enum place_kind { PLACE_PURPOSE, PLACE_INDICATOR, PLACE_FIGURE };

struct place {
	enum place_kind kind;
	const char *key; /* ids of sections of the statement, or of an indicator */
	const struct node *node;
};

struct late_cell {
	struct table_cell *cell;
	const struct framework_area *area; /* or */
	const struct statement_provision *provision;
	struct location at;
};

static void add_place(struct resolver *resolver, enum place_kind kind, const char *key,
		      const struct node *node)
{
	resolver->places = arena_grow(resolver->arena, resolver->places, resolver->place_count,
				      &resolver->place_capacity, sizeof(*resolver->places));
	resolver->places[resolver->place_count++] =
		(struct place){ .kind = kind, .key = key, .node = node };
}

void note_section_place(struct resolver *resolver, const struct scope *scope,
			const struct block *block, const struct node *section)
{
	const char *indicator = scope->reference.indicator.text;

	if (block->purpose.text != NULL)
		add_place(resolver, PLACE_PURPOSE, block->purpose.text, section);
	if (indicator != NULL &&
	    (section->section == SECTION_INDICATOR || block->reference.indicator.text != NULL))
		add_place(resolver, PLACE_INDICATOR, indicator, section);
}

void note_figure_place(struct resolver *resolver, const struct scope *scope,
		       const struct node *figure)
{
	if (scope->reference.indicator.text != NULL &&
	    (figure->table == NULL || !figure->table->open))
		add_place(resolver, PLACE_FIGURE, scope->reference.indicator.text, figure);
}

/* A section about the indicator goes before a figure of it, and that before a section with others. */
static const struct node *place_of(const struct resolver *resolver, const char *indicator)
{
	const struct node *figure = NULL;

	for (size_t i = 0; i < resolver->place_count; i++) {
		const struct place *place = &resolver->places[i];

		if (place->kind == PLACE_PURPOSE || strcmp(place->key, indicator) != 0)
			continue;
		if (place->kind == PLACE_INDICATOR)
			return place->node;
		if (figure == NULL)
			figure = place->node;
	}
	return figure;
}

/* -- words -------------------------------------------------------------------------------------- */

static void add_link(struct resolver *resolver, struct text *text, const char *words,
		     const struct node *target)
{
	text_add(resolver->arena, text, words)->target = target;
}

/* "Population and need, page 7", on a line of its own. */
static void add_named_page(struct resolver *resolver, struct text *text, const char *name,
			   const struct node *target)
{
	struct text_run *run;

	begin_line(resolver, text);
	append_words(resolver, text, name);
	append_words(resolver, text, ", ");
	run = text_add(resolver->arena, text, word_of(resolver, STRING_PAGE_REFERENCE));
	run->kind = RUN_PAGE;
	run->target = target;
}

static bool is_named(const struct text *text, const struct node *target)
{
	for (size_t i = 0; i < text->count; i++)
		if (text->runs[i]->target == target)
			return true;
	return false;
}

/* A section once in a cell. */
static void add_section(struct resolver *resolver, struct text *text, const struct node *section)
{
	if (!is_named(text, section))
		add_named_page(resolver, text, text_plain(resolver->arena, &section->title),
			       section);
}

/* Sections of a purpose; many of them from the first to the last. */
static void add_sections(struct resolver *resolver, struct text *text, const char *purpose)
{
	const struct node *first = NULL, *last = NULL;
	size_t count = 0;

	for (size_t i = 0; i < resolver->place_count; i++) {
		const struct place *place = &resolver->places[i];

		if (place->kind != PLACE_PURPOSE || !list_has(place->key, " ", purpose))
			continue;
		first = first == NULL ? place->node : first;
		last = place->node;
		count++;
	}
	if (count > SECTIONS_MOST && first->label[0] != '\0' && last->label[0] != '\0') {
		begin_line(resolver, text);
		add_link(resolver, text, first->label, first);
		append_words(
			resolver, text,
			arena_printf(resolver->arena, " %s ", word_of(resolver, STRING_TO_LAST)));
		add_link(resolver, text, last->label, last);
		return;
	}
	for (size_t i = 0; i < resolver->place_count; i++)
		if (resolver->places[i].kind == PLACE_PURPOSE &&
		    list_has(resolver->places[i].key, " ", purpose))
			add_section(resolver, text, resolver->places[i].node);
}

/* -- areas of a framework ----------------------------------------------------------------------- */

void remember_area(struct resolver *resolver, struct table_cell *cell,
		   const struct framework_area *area)
{
	resolver->late_cells =
		arena_grow(resolver->arena, resolver->late_cells, resolver->late_cell_count,
			   &resolver->late_cell_capacity, sizeof(*resolver->late_cells));
	resolver->late_cells[resolver->late_cell_count++] =
		(struct late_cell){ .cell = cell, .area = area };
}

static const struct node *top_section(const struct node *node)
{
	const struct node *top = node;

	for (; node != NULL; node = node->parent)
		if (node->kind == NODE_SECTION)
			top = node;
	return top;
}

static size_t count_placed(const struct resolver *resolver, const char *ids)
{
	const char *id;
	size_t count = 0;

	while ((id = list_next(resolver->arena, &ids, ";")) != NULL)
		count += place_of(resolver, id) != NULL;
	return count;
}

static void add_indicator(struct resolver *resolver, struct text *text, const char *id,
			  const struct node *place)
{
	const struct indicators *indicators = resolver->dataset->indicators;
	int number = indicator_find(indicators, id);

	add_named_page(resolver, text, number < 0 ? id : indicators->items[number].short_name,
		       place);
}

static bool is_in_appendix(const struct node *place)
{
	return top_section(place)->section == SECTION_APPENDIX;
}

/* True when an indicator of the list is told of before the appendices. */
static bool is_told(struct resolver *resolver, const char *ids)
{
	const char *id;

	while ((id = list_next(resolver->arena, &ids, ";")) != NULL) {
		const struct node *place = place_of(resolver, id);

		if (place != NULL && !is_in_appendix(place))
			return true;
	}
	return false;
}

static void fill_area(struct resolver *resolver, struct text *text,
		      const struct framework_area *area)
{
	const char *ids = area->indicators, *sections = area->answer, *id;
	bool many = count_placed(resolver, ids) > INDICATORS_MOST, told = is_told(resolver, ids);

	while ((id = list_next(resolver->arena, &ids, ";")) != NULL) {
		const struct node *place = place_of(resolver, id);

		/* Tables at the end are named where nothing else tells of the area. */
		if (place == NULL || (told && is_in_appendix(place)))
			continue;
		if (many)
			add_section(resolver, text, top_section(place));
		else
			add_indicator(resolver, text, id, place);
	}
	while (text->count == 0 && (id = list_next(resolver->arena, &sections, ";")) != NULL)
		add_sections(resolver, text, id);
	if (text->count == 0)
		append_words(resolver, text, word_of(resolver, STRING_NO_INDICATOR_OF_AREA));
}

/* -- duties ------------------------------------------------------------------------------------- */

void remember_duty(struct resolver *resolver, struct table_cell *cell,
		   const struct statement_provision *provision, struct location at)
{
	remember_area(resolver, cell, NULL);
	resolver->late_cells[resolver->late_cell_count - 1].provision = provision;
	resolver->late_cells[resolver->late_cell_count - 1].at = at;
}

/* True when the body must have one of the sections that answer the duty. */
static bool must_be_answered(const struct resolver *resolver,
			     const struct statement_provision *provision)
{
	const struct statement_lists *lists = resolver->statement;

	for (size_t i = 0; i < lists->section_count; i++)
		if (list_has(provision->answer, ";", lists->sections[i].id) &&
		    statement_requirement(&lists->sections[i], resolver->demand->kind) >=
			    REQUIREMENT_LINKED)
			return true;
	return false;
}

static void fill_duty(struct resolver *resolver, struct text *text, const struct late_cell *late)
{
	const char *rest = late->provision->answer, *id;

	while ((id = list_next(resolver->arena, &rest, ";")) != NULL)
		add_sections(resolver, text, id);
	if (text->count > 0)
		return;
	if (must_be_answered(resolver, late->provision))
		add_author_gap(resolver, text, late->at, late->provision->section,
			       word_of(resolver, STRING_GAP_DUTY));
	else
		append_words(resolver, text, word_of(resolver, STRING_NOT_ANSWERED));
}

/* -- indicators --------------------------------------------------------------------------------- */

void remember_indicator(struct resolver *resolver, struct node *node, struct text *text,
			const char *indicator)
{
	struct late_place place = { .node = node, .indicator = indicator };

	if (text != NULL) {
		place.open = text_add(resolver->arena, text, "");
		place.page = text_add(resolver->arena, text, "");
		place.close = text_add(resolver->arena, text, ".");
	}
	resolver->late_places =
		arena_grow(resolver->arena, resolver->late_places, resolver->late_place_count,
			   &resolver->late_place_capacity, sizeof(*resolver->late_places));
	resolver->late_places[resolver->late_place_count++] = place;
}

static void fill_indicator(struct resolver *resolver, const struct late_place *late)
{
	const struct node *target = place_of(resolver, late->indicator);

	if (target == NULL)
		return;
	if (late->node != NULL) {
		late->node->target = target;
		return;
	}
	late->open->text = " (";
	late->page->text = word_of(resolver, STRING_PAGE_REFERENCE);
	late->page->kind = RUN_PAGE;
	late->page->target = target;
	late->close->text = ").";
}

void finish_places(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->late_cell_count; i++) {
		const struct late_cell *late = &resolver->late_cells[i];

		if (late->area != NULL)
			fill_area(resolver, &late->cell->text, late->area);
		else
			fill_duty(resolver, &late->cell->text, late);
	}
	for (size_t i = 0; i < resolver->late_place_count; i++)
		fill_indicator(resolver, &resolver->late_places[i]);
}
