#include "scene/conformity.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/string_index.h"
#include "scene/conformity_table.h"
#include "scene/pages.h"

struct check {
	const struct pages *pages;
	const struct structure *structure;
	struct structure_order order;
	struct arena *arena;
	struct string_index *anchors;
	struct location at; /* of the report */
	struct diag_list *diags;
	bool conforms;
};

/* True of words that are at least a letter. */
static bool says_something(const char *words)
{
	return words != NULL && words[strspn(words, " \t\n")] != '\0';
}

static const struct structure_element *element_of(const struct check *check, int number)
{
	return &check->structure->elements[number];
}

/* Where the element of the spec stands that an element comes from; else that of what it is in, else the report's. */
static struct location place_of(const struct check *check, int number)
{
	const struct structure *structure = check->structure;
	size_t steps = 0;

	/* What is no tree is told as well: it may lead round. */
	while (number >= 0 && (size_t)number < structure->count && steps++ <= structure->count) {
		if (structure->elements[number].at.line > 0)
			return structure->elements[number].at;
		number = structure->elements[number].parent;
	}
	return check->at;
}

static void fault(struct check *check, enum diag_code code, int number, const char *detail,
		  const char *hint)
{
	diag_add(check->diags, code, place_of(check, number), detail, hint);
	check->conforms = false;
}

/* -- the document ------------------------------------------------------------------------------- */

static void check_properties(struct check *check)
{
	const struct document_properties *properties = &check->pages->properties;

	if (!says_something(properties->title))
		fault(check, DIAG_DOCUMENT_UNNAMED, -1, "its title", NULL);
	if (!says_something(properties->language))
		fault(check, DIAG_DOCUMENT_UNNAMED, -1, "its language", NULL);
}

/* Every element leads to the document, in no more steps than there are elements. */
static bool is_tree(struct check *check)
{
	const struct structure *structure = check->structure;

	for (size_t i = 0; i < structure->count; i++) {
		int around = (int)i;
		size_t steps = 0;

		while (around > 0 && (size_t)around < structure->count &&
		       steps++ <= structure->count)
			around = structure->elements[around].parent;
		if (around != 0) {
			fault(check, DIAG_STRUCTURE_MISPLACED, (int)i,
			      "an element that is not in the document", NULL);
			return false;
		}
	}
	return structure->count > 0;
}

/* -- nesting ------------------------------------------------------------------------------------ */

#define IN(type) (1u << STRUCTURE_##type)

/* What an element must stand in; 0 = anything. */
static unsigned may_stand_in(enum structure_type type)
{
	switch (type) {
	case STRUCTURE_LIST_ITEM:
		return IN(LIST);
	case STRUCTURE_LIST_BODY:
		return IN(LIST_ITEM);
	case STRUCTURE_TABLE_HEAD:
	case STRUCTURE_TABLE_BODY:
		return IN(TABLE);
	case STRUCTURE_TABLE_ROW:
		return IN(TABLE) | IN(TABLE_HEAD) | IN(TABLE_BODY);
	case STRUCTURE_HEADER_CELL:
	case STRUCTURE_DATA_CELL:
		return IN(TABLE_ROW);
	case STRUCTURE_CONTENTS_ITEM:
		return IN(CONTENTS);
	case STRUCTURE_SECTION:
		return IN(DOCUMENT) | IN(SECTION) | IN(DIVISION);
	case STRUCTURE_DOCUMENT:
	case STRUCTURE_HEADING:
	case STRUCTURE_PARAGRAPH:
	case STRUCTURE_LIST:
	case STRUCTURE_LABEL:
	case STRUCTURE_TABLE:
	case STRUCTURE_FIGURE:
	case STRUCTURE_CAPTION:
	case STRUCTURE_CONTENTS:
	case STRUCTURE_REFERENCE:
	case STRUCTURE_NOTE:
	case STRUCTURE_LINK:
	case STRUCTURE_SPAN:
	case STRUCTURE_DIVISION:
		break;
	}
	return 0;
}

/* What an element may hold; 0 = anything. */
static unsigned may_hold(enum structure_type type)
{
	unsigned inside = IN(REFERENCE) | IN(LINK) | IN(SPAN) | IN(FIGURE);

	if (type == STRUCTURE_LIST)
		return IN(CAPTION) | IN(LIST_ITEM) | IN(LIST);
	if (type == STRUCTURE_LIST_ITEM)
		return IN(LABEL) | IN(LIST_BODY);
	if (type == STRUCTURE_TABLE)
		return IN(CAPTION) | IN(TABLE_HEAD) | IN(TABLE_BODY) | IN(TABLE_ROW);
	if (type == STRUCTURE_TABLE_HEAD || type == STRUCTURE_TABLE_BODY)
		return IN(TABLE_ROW);
	if (type == STRUCTURE_TABLE_ROW)
		return IN(HEADER_CELL) | IN(DATA_CELL);
	if (type == STRUCTURE_CONTENTS)
		return IN(CAPTION) | IN(CONTENTS_ITEM) | IN(CONTENTS);
	if (type == STRUCTURE_HEADING || type == STRUCTURE_PARAGRAPH || type == STRUCTURE_SPAN ||
	    type == STRUCTURE_LINK || type == STRUCTURE_REFERENCE)
		return inside;
	return 0;
}

#undef IN

static void check_nesting(struct check *check, int number)
{
	const struct structure_element *element = element_of(check, number);
	const struct structure_element *parent;
	unsigned places, held;

	if (element->parent < 0)
		return;
	parent = element_of(check, element->parent);
	places = may_stand_in(element->type);
	held = may_hold(parent->type);
	if ((places == 0 || (places & (1u << parent->type)) != 0) &&
	    (held == 0 || (held & (1u << element->type)) != 0))
		return;
	fault(check, DIAG_STRUCTURE_MISPLACED, number,
	      arena_printf(check->arena, "%s in %s", structure_type_name(element),
			   structure_type_name(parent)),
	      NULL);
}

/* -- elements ----------------------------------------------------------------------------------- */

static void check_heading(struct check *check, int number, unsigned *level)
{
	unsigned own = element_of(check, number)->level;

	if (own < 1 || own > 6 || own > *level + 1)
		fault(check, DIAG_HEADING_LEVEL, number,
		      *level == 0
			      ? arena_printf(check->arena, "level %u is the first of the document",
					     own)
			      : arena_printf(check->arena, "level %u after level %u", own, *level),
		      arena_printf(check->arena, "up to level %u may stand here", *level + 1));
	*level = own;
}

static void check_figure(struct check *check, int number)
{
	const struct structure_element *element = element_of(check, number);

	if (!says_something(element->alternative) && !says_something(element->replacement))
		fault(check, DIAG_PICTURE_WITHOUT_WORDS, number, element->anchor, NULL);
}

static void check_table(struct check *check, int number)
{
	const char *what =
		conformity_table_fault(check->arena, check->structure, &check->order, number);

	if (what != NULL)
		fault(check, DIAG_TABLE_IRREGULAR, number, what, NULL);
}

static void check_elements(struct check *check)
{
	unsigned level = 0;

	for (int i = 0; i >= 0; i = structure_next(check->structure, &check->order, i)) {
		const struct structure_element *element = element_of(check, i);

		if (element->empty)
			continue;
		check_nesting(check, i);
		if (element->type == STRUCTURE_HEADING)
			check_heading(check, i, &level);
		else if (element->type == STRUCTURE_FIGURE)
			check_figure(check, i);
		else if (element->type == STRUCTURE_TABLE)
			check_table(check, i);
	}
}

/* -- what is drawn ------------------------------------------------------------------------------ */

static void note_anchors(struct check *check, const struct scene *scene)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];

		if (item->kind == SCENE_ANCHOR)
			string_index_add(check->anchors, item->target, 0);
		else if (item->kind == SCENE_USE)
			note_anchors(check, item->use);
	}
}

static void check_link(struct check *check, const struct scene_item *item)
{
	int number = item->element;

	if (number < 0 || element_of(check, number)->type != STRUCTURE_LINK)
		fault(check, DIAG_STRUCTURE_MISPLACED, number,
		      arena_printf(check->arena, "a link that is not in Link: %s", item->target),
		      NULL);
	if (!says_something(item->contents))
		fault(check, DIAG_LINK_WITHOUT_WORDS, number, item->target, NULL);
	if (item->target[0] == '#' && string_index_find(check->anchors, item->target + 1) < 0)
		fault(check, DIAG_LINK_TO_NOWHERE, number, item->target, NULL);
}

static void check_scene(struct check *check, const struct scene *scene)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];

		if (item->element >= (int)check->structure->count ||
		    item->element < ELEMENT_OF_USER) {
			fault(check, DIAG_STRUCTURE_MISPLACED, -1, "content of no element", NULL);
			return;
		}
		if (item->kind == SCENE_LINK)
			check_link(check, item);
		else if (item->kind == SCENE_USE)
			check_scene(check, item->use);
	}
}

bool conformity_check(const struct pages *pages, struct location at, struct diag_list *diags)
{
	struct check check = { .pages = pages,
			       .structure = &pages->structure,
			       .arena = arena_new(),
			       .at = at,
			       .diags = diags,
			       .conforms = true };

	check.anchors = string_index_new(check.arena);
	check_properties(&check);
	if (is_tree(&check)) {
		check.order = structure_order(check.arena, check.structure);
		check_elements(&check);
		for (size_t i = 0; i < pages->count; i++)
			note_anchors(&check, pages->items[i]);
		for (size_t i = 0; i < pages->count; i++)
			check_scene(&check, pages->items[i]);
	}
	arena_free(check.arena);
	return check.conforms;
}
