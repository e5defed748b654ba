/* The tree of what the pieces of a report are. */

#include "scene/structure.h"

#include <criterion/criterion.h>

#include "base/arena.h"

Test(structure, numbers_elements_in_reading_order)
{
	struct arena *arena = arena_new();
	struct structure structure = { 0 };
	int document = structure_add(arena, &structure, STRUCTURE_DOCUMENT, -1);
	int section = structure_add(arena, &structure, STRUCTURE_SECTION, document);

	cr_expect_eq(document, 0);
	cr_expect_eq(section, 1);
	for (int i = 0; i < 500; i++)
		cr_assert_eq(structure_add(arena, &structure, STRUCTURE_PARAGRAPH, section), i + 2);
	cr_expect_eq(structure.count, 502);
	cr_expect_eq(structure.elements[document].parent, -1);
	cr_expect_eq(structure.elements[section].parent, document);
	cr_expect_eq(structure.elements[501].parent, section);
	cr_expect_eq(structure.elements[501].type, STRUCTURE_PARAGRAPH);
	arena_free(arena);
}

Test(structure, adds_elements_without_attributes)
{
	struct arena *arena = arena_new();
	struct structure structure = { 0 };
	const struct structure_element *element;

	structure_add(arena, &structure, STRUCTURE_HEADER_CELL, -1);
	element = &structure.elements[0];
	cr_expect_eq(element->level, 0);
	cr_expect_eq(element->scope, SCOPE_NONE);
	cr_expect_null(element->alternative);
	cr_expect_null(element->language);
	cr_expect_null(element->expansion);
	cr_expect_null(element->anchor);
	arena_free(arena);
}

static const char *name_of(enum structure_type type, unsigned level)
{
	return structure_type_name(&(struct structure_element){ .type = type, .level = level });
}

/* The standard structure types of ISO 32000-1, 14.8.4. */
Test(structure, has_the_names_that_pdf_gives)
{
	cr_expect_str_eq(name_of(STRUCTURE_DOCUMENT, 0), "Document");
	cr_expect_str_eq(name_of(STRUCTURE_SECTION, 0), "Sect");
	cr_expect_str_eq(name_of(STRUCTURE_PARAGRAPH, 0), "P");
	cr_expect_str_eq(name_of(STRUCTURE_LIST, 0), "L");
	cr_expect_str_eq(name_of(STRUCTURE_LIST_ITEM, 0), "LI");
	cr_expect_str_eq(name_of(STRUCTURE_LABEL, 0), "Lbl");
	cr_expect_str_eq(name_of(STRUCTURE_LIST_BODY, 0), "LBody");
	cr_expect_str_eq(name_of(STRUCTURE_TABLE, 0), "Table");
	cr_expect_str_eq(name_of(STRUCTURE_TABLE_HEAD, 0), "THead");
	cr_expect_str_eq(name_of(STRUCTURE_TABLE_BODY, 0), "TBody");
	cr_expect_str_eq(name_of(STRUCTURE_TABLE_ROW, 0), "TR");
	cr_expect_str_eq(name_of(STRUCTURE_HEADER_CELL, 0), "TH");
	cr_expect_str_eq(name_of(STRUCTURE_DATA_CELL, 0), "TD");
	cr_expect_str_eq(name_of(STRUCTURE_FIGURE, 0), "Figure");
	cr_expect_str_eq(name_of(STRUCTURE_CAPTION, 0), "Caption");
	cr_expect_str_eq(name_of(STRUCTURE_CONTENTS, 0), "TOC");
	cr_expect_str_eq(name_of(STRUCTURE_CONTENTS_ITEM, 0), "TOCI");
	cr_expect_str_eq(name_of(STRUCTURE_REFERENCE, 0), "Reference");
	cr_expect_str_eq(name_of(STRUCTURE_NOTE, 0), "Note");
	cr_expect_str_eq(name_of(STRUCTURE_LINK, 0), "Link");
	cr_expect_str_eq(name_of(STRUCTURE_SPAN, 0), "Span");
	cr_expect_str_eq(name_of(STRUCTURE_DIVISION, 0), "Div");
}

Test(structure, names_headings_by_level_from_one_to_six)
{
	cr_expect_str_eq(name_of(STRUCTURE_HEADING, 1), "H1");
	cr_expect_str_eq(name_of(STRUCTURE_HEADING, 2), "H2");
	cr_expect_str_eq(name_of(STRUCTURE_HEADING, 6), "H6");
	cr_expect_str_eq(name_of(STRUCTURE_HEADING, 7), "H");
	cr_expect_str_eq(name_of(STRUCTURE_HEADING, 0), "H");
	/* A level means nothing elsewhere. */
	cr_expect_str_eq(name_of(STRUCTURE_PARAGRAPH, 2), "P");
}

Test(structure, is_read_children_before_what_follows)
{
	struct arena *arena = arena_new();
	struct structure structure = { 0 };
	const int expected[] = { 0, 2, 4, 5, 3, 1, -1 };
	struct structure_order order;
	int element = 0;

	structure_add(arena, &structure, STRUCTURE_DOCUMENT, -1);
	/* A footnote, moved behind all else. */
	structure_add(arena, &structure, STRUCTURE_NOTE, 0);
	structure_add(arena, &structure, STRUCTURE_SECTION, 0);
	structure_add(arena, &structure, STRUCTURE_DIVISION, 0);
	structure_add(arena, &structure, STRUCTURE_PARAGRAPH, 2);
	structure_add(arena, &structure, STRUCTURE_PARAGRAPH, 2);
	structure.elements[1].parent = 3;
	order = structure_order(arena, &structure);
	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
		cr_assert_eq(element, expected[i], "%zu: %d", i, element);
		if (element >= 0)
			element = structure_next(&structure, &order, element);
	}
	arena_free(arena);
}

/* A mark that was added last is heard before everything else of its parent, and before nothing of another. */
Test(structure, is_read_from_what_leads)
{
	struct arena *arena = arena_new();
	struct structure structure = { 0 };
	const int expected[] = { 0, 5, 4, 1, 3, 2, -1 };
	struct structure_order order;
	int element = 0;

	structure_add(arena, &structure, STRUCTURE_DOCUMENT, -1);
	structure_add(arena, &structure, STRUCTURE_SECTION, 0);
	structure_add(arena, &structure, STRUCTURE_PARAGRAPH, 1);
	structure_add(arena, &structure, STRUCTURE_PARAGRAPH, 1);
	structure_add(arena, &structure, STRUCTURE_SPAN, 5);
	structure_add(arena, &structure, STRUCTURE_PARAGRAPH, 0);
	structure.elements[3].leads = true;
	structure.elements[5].leads = true;
	order = structure_order(arena, &structure);
	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
		cr_assert_eq(element, expected[i], "%zu: %d", i, element);
		if (element >= 0)
			element = structure_next(&structure, &order, element);
	}
	arena_free(arena);
}
