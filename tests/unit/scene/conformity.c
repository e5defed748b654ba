/* What a tagged PDF that everyone can follow must have. */

#include "scene/conformity.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "scene/pages.h"

/* A report of one page, right until a test spoils it. */
struct sheet {
	struct arena *arena;
	struct diag_list *diags;
	struct pages pages;
	struct scene *scene;
	int heading, paragraph, list, item, table, head, row, figure, link;
};

static struct structure_element *element_of(struct sheet *sheet, int number)
{
	return &sheet->pages.structure.elements[number];
}

static int add(struct sheet *sheet, enum structure_type type, int parent)
{
	int element = structure_add(sheet->arena, &sheet->pages.structure, type, parent);

	element_of(sheet, element)->at = (struct location){ .file = "report.xml",
							    .line = 100 + (unsigned)element,
							    .column = 3 };
	return element;
}

static int add_cell(struct sheet *sheet, int row, enum header_scope scope)
{
	int cell =
		add(sheet, scope == SCOPE_NONE ? STRUCTURE_DATA_CELL : STRUCTURE_HEADER_CELL, row);

	element_of(sheet, cell)->scope = scope;
	return cell;
}

static void add_table(struct sheet *sheet)
{
	int body;

	sheet->table = add(sheet, STRUCTURE_TABLE, 0);
	sheet->head =
		add(sheet, STRUCTURE_TABLE_ROW, add(sheet, STRUCTURE_TABLE_HEAD, sheet->table));
	add_cell(sheet, sheet->head, SCOPE_COLUMN);
	add_cell(sheet, sheet->head, SCOPE_COLUMN);
	body = add(sheet, STRUCTURE_TABLE_BODY, sheet->table);
	sheet->row = add(sheet, STRUCTURE_TABLE_ROW, body);
	add_cell(sheet, sheet->row, SCOPE_ROW);
	add_cell(sheet, sheet->row, SCOPE_NONE);
}

static struct sheet sheet_new(void)
{
	struct sheet sheet = { .arena = arena_new() };

	sheet.diags = diag_list_new(sheet.arena);
	sheet.scene = scene_new(sheet.arena, 100, 100);
	sheet.pages.items = arena_array(sheet.arena, 1, sizeof(*sheet.pages.items));
	sheet.pages.items[0] = sheet.scene;
	sheet.pages.count = 1;
	sheet.pages.properties.title = "Health checks";
	sheet.pages.properties.language = "en-GB";
	add(&sheet, STRUCTURE_DOCUMENT, -1);
	sheet.heading = add(&sheet, STRUCTURE_HEADING, 0);
	element_of(&sheet, sheet.heading)->level = 1;
	sheet.paragraph = add(&sheet, STRUCTURE_PARAGRAPH, 0);
	sheet.list = add(&sheet, STRUCTURE_LIST, 0);
	sheet.item = add(&sheet, STRUCTURE_LIST_ITEM, sheet.list);
	add(&sheet, STRUCTURE_LIST_BODY, sheet.item);
	add_table(&sheet);
	sheet.figure = add(&sheet, STRUCTURE_FIGURE, 0);
	element_of(&sheet, sheet.figure)->alternative = "Five bars";
	sheet.link = add(&sheet, STRUCTURE_LINK, sheet.paragraph);
	scene_anchor(sheet.scene, 0, 0, "place");
	sheet.scene->element = sheet.link;
	scene_link(sheet.scene, (struct box){ 0, 0, 9, 9 }, "#place", "The place");
	return sheet;
}

/* The messages, a line each; "" when the report conforms. Frees the sheet's arena with the next one. */
static const char *faults(struct sheet *sheet)
{
	const struct location report = { .file = "report.xml", .line = 1, .column = 1 };
	bool conforms = conformity_check(&sheet->pages, report, sheet->diags);
	const char *said = "";

	for (size_t i = 0; i < diag_count(sheet->diags); i++) {
		const struct diag *diag = diag_at(sheet->diags, i);

		said = arena_printf(sheet->arena, "%s%s%u %s: %s", said, i == 0 ? "" : "; ",
				    diag->at.line, diag_kind(diag->code)->id, diag->detail);
	}
	cr_expect_eq(conforms, diag_count(sheet->diags) == 0);
	return said;
}

static const char *line_and(struct sheet *sheet, int element, const char *words)
{
	return arena_printf(sheet->arena, "%d %s", 100 + element, words);
}

Test(conformity, holds_for_a_report_with_everything_in_place)
{
	struct sheet sheet = sheet_new();

	cr_expect_str_empty(faults(&sheet));
	arena_free(sheet.arena);
}

Test(conformity, asks_for_title_and_language)
{
	struct sheet sheet = sheet_new();

	sheet.pages.properties.title = " ";
	sheet.pages.properties.language = "";
	cr_expect_str_eq(faults(&sheet), "1 OUT25: its title; 1 OUT25: its language");
	arena_free(sheet.arena);
}

Test(conformity, begins_headings_with_the_first_level)
{
	struct sheet sheet = sheet_new();

	element_of(&sheet, sheet.heading)->level = 2;
	cr_expect_str_eq(faults(&sheet), line_and(&sheet, sheet.heading,
						  "OUT26: level 2 is the first of the document"));
	arena_free(sheet.arena);
}

Test(conformity, skips_no_level_of_headings_on_the_way_down)
{
	static const unsigned levels[] = { 2, 3, 1, 2, 4 };
	struct sheet sheet = sheet_new();
	int last = 0;

	for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++) {
		last = add(&sheet, STRUCTURE_HEADING, add(&sheet, STRUCTURE_SECTION, 0));
		element_of(&sheet, last)->level = levels[i];
	}
	cr_expect_str_eq(faults(&sheet), line_and(&sheet, last, "OUT26: level 4 after level 2"));
	arena_free(sheet.arena);
}

Test(conformity, asks_every_picture_for_words)
{
	static const char *const none[] = { NULL, "", " \n" };

	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
		struct sheet sheet = sheet_new();

		element_of(&sheet, sheet.figure)->alternative = none[i];
		element_of(&sheet, sheet.figure)->anchor = "figure-1";
		cr_expect_str_eq(faults(&sheet), line_and(&sheet, sheet.figure, "OUT27: figure-1"));
		arena_free(sheet.arena);
	}
}

Test(conformity, takes_no_notice_of_what_is_not_drawn)
{
	struct sheet sheet = sheet_new();

	element_of(&sheet, sheet.figure)->alternative = NULL;
	element_of(&sheet, sheet.figure)->empty = true;
	cr_expect_str_empty(faults(&sheet));
	arena_free(sheet.arena);
}

/* -- tables ------------------------------------------------------------------------------------- */

Test(conformity, asks_rows_for_the_same_number_of_cells)
{
	struct sheet sheet = sheet_new();

	add_cell(&sheet, sheet.row, SCOPE_NONE);
	cr_expect_str_eq(faults(&sheet), line_and(&sheet, sheet.table,
						  "OUT28: row 2: 3 cells where others have 2"));
	arena_free(sheet.arena);
}

Test(conformity, counts_the_columns_that_a_cell_spans)
{
	struct sheet sheet = sheet_new();
	int row = add(&sheet, STRUCTURE_TABLE_ROW, element_of(&sheet, sheet.row)->parent);
	int group = add_cell(&sheet, row, SCOPE_ROW);

	element_of(&sheet, group)->columns = 2;
	cr_expect_str_empty(faults(&sheet));
	element_of(&sheet, group)->columns = 3;
	cr_expect_str_eq(faults(&sheet), line_and(&sheet, sheet.table,
						  "OUT28: row 3: 3 cells where others have 2"));
	arena_free(sheet.arena);
}

/* The first cell of the second row is that above it. */
Test(conformity, counts_the_rows_that_a_cell_spans)
{
	struct sheet sheet = sheet_new();
	int row = add(&sheet, STRUCTURE_TABLE_ROW, element_of(&sheet, sheet.row)->parent);
	int first = sheet.row + 1;

	element_of(&sheet, first)->rows = 2;
	add_cell(&sheet, row, SCOPE_NONE);
	cr_expect_str_empty(faults(&sheet));
	element_of(&sheet, first)->rows = 3;
	cr_expect_str_eq(faults(&sheet), line_and(&sheet, sheet.table,
						  "OUT28: row 3: a cell reaches below the table"));
	arena_free(sheet.arena);
}

Test(conformity, asks_a_header_cell_what_it_heads)
{
	struct sheet sheet = sheet_new();

	element_of(&sheet, sheet.head + 1)->scope = SCOPE_NONE;
	cr_expect_str_eq(faults(&sheet),
			 line_and(&sheet, sheet.table,
				  "OUT28: row 1: a header cell does not say whether it heads its "
				  "row or its column"));
	arena_free(sheet.arena);
}

Test(conformity, asks_every_cell_for_a_header)
{
	struct sheet sheet = sheet_new();

	for (int i = 1; i <= 2; i++)
		element_of(&sheet, sheet.head + i)->type = STRUCTURE_DATA_CELL;
	cr_expect_str_eq(faults(&sheet),
			 line_and(&sheet, sheet.table, "OUT28: row 1: a cell has no header cell"));
	arena_free(sheet.arena);
}

Test(conformity, knows_header_cells_that_a_cell_names)
{
	struct sheet sheet = sheet_new();
	int right[] = { sheet.head + 1 }, wrong[] = { sheet.figure };
	struct structure_element *cell = element_of(&sheet, sheet.row + 2);

	cell->headers = right;
	cell->header_count = 1;
	cr_expect_str_empty(faults(&sheet));
	cell->headers = wrong;
	cr_expect_str_eq(
		faults(&sheet),
		line_and(&sheet, sheet.table,
			 "OUT28: row 2: a cell names a header cell that is not in its table"));
	arena_free(sheet.arena);
}

/* -- nesting ------------------------------------------------------------------------------------ */

Test(conformity, keeps_parts_of_lists_and_tables_where_they_belong)
{
	static const struct {
		enum structure_type type;
		const char *said;
	} cases[] = {
		{ STRUCTURE_LIST_ITEM, "OUT29: LI in P" },
		{ STRUCTURE_LIST_BODY, "OUT29: LBody in P" },
		{ STRUCTURE_TABLE_ROW, "OUT29: TR in P" },
		{ STRUCTURE_DATA_CELL, "OUT29: TD in P" },
		{ STRUCTURE_TABLE_HEAD, "OUT29: THead in P" },
		{ STRUCTURE_CONTENTS_ITEM, "OUT29: TOCI in P" },
		{ STRUCTURE_PARAGRAPH, "OUT29: P in P" },
		{ STRUCTURE_TABLE, "OUT29: Table in P" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct sheet sheet = sheet_new();
		int wrong = add(&sheet, cases[i].type, sheet.paragraph);

		cr_expect_str_eq(faults(&sheet), line_and(&sheet, wrong, cases[i].said));
		arena_free(sheet.arena);
	}
}

Test(conformity, keeps_out_of_lists_and_rows_what_does_not_belong_there)
{
	struct sheet sheet = sheet_new();
	int wrong = add(&sheet, STRUCTURE_PARAGRAPH, sheet.list);

	cr_expect_str_eq(faults(&sheet), line_and(&sheet, wrong, "OUT29: P in L"));
	arena_free(sheet.arena);
}

Test(conformity, ends_when_elements_are_in_each_other)
{
	struct sheet sheet = sheet_new();
	int one = add(&sheet, STRUCTURE_DIVISION, 0), other = add(&sheet, STRUCTURE_DIVISION, one);

	element_of(&sheet, one)->parent = other;
	cr_expect_str_eq(faults(&sheet),
			 line_and(&sheet, one, "OUT29: an element that is not in the document"));
	arena_free(sheet.arena);
}

Test(conformity, knows_content_of_no_element)
{
	struct sheet sheet = sheet_new();

	sheet.scene->element = (int)sheet.pages.structure.count;
	scene_fill(sheet.scene, PART_TEXT, (struct colour){ 0 });
	cr_expect_str_eq(faults(&sheet), "1 OUT29: content of no element");
	arena_free(sheet.arena);
}

/* -- links -------------------------------------------------------------------------------------- */

static void add_link(struct sheet *sheet, int element, const char *target, const char *contents)
{
	sheet->scene->element = element;
	scene_link(sheet->scene, (struct box){ 0, 0, 9, 9 }, target, contents);
}

Test(conformity, asks_every_link_for_words)
{
	struct sheet sheet = sheet_new();

	add_link(&sheet, sheet.link, "https://example.org", " ");
	cr_expect_str_eq(faults(&sheet),
			 line_and(&sheet, sheet.link, "OUT30: https://example.org"));
	arena_free(sheet.arena);
}

Test(conformity, asks_every_link_for_a_place_that_is_printed)
{
	struct sheet sheet = sheet_new();

	add_link(&sheet, sheet.link, "#nowhere", "Nowhere");
	cr_expect_str_eq(faults(&sheet), line_and(&sheet, sheet.link, "OUT31: #nowhere"));
	arena_free(sheet.arena);
}

Test(conformity, asks_every_link_for_its_element)
{
	struct sheet sheet = sheet_new();

	add_link(&sheet, sheet.paragraph, "#place", "The place");
	add_link(&sheet, ARTIFACT_LAYOUT, "#place", "The place");
	cr_expect_str_eq(faults(&sheet),
			 arena_printf(sheet.arena,
				      "%s; 1 OUT29: a link that is not in Link: #place",
				      line_and(&sheet, sheet.paragraph,
					       "OUT29: a link that is not in Link: #place")));
	arena_free(sheet.arena);
}
