/* What the pieces of a report are told to be: the tree that a person hears. */

#include "layout/flow.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "scene/conformity.h"
#include "support/pages_expect.h"

static const struct structure_element *element_at(const struct paper *paper, int number)
{
	return &paper->pages->structure.elements[number];
}

/* "Document Sect H2": the types of an element and of those around it. */
static const char *path_of(struct paper *paper, int number)
{
	const char *path = structure_type_name(element_at(paper, number));

	for (int i = element_at(paper, number)->parent; i >= 0; i = element_at(paper, i)->parent)
		path = arena_printf(paper->arena, "%s %s",
				    structure_type_name(element_at(paper, i)), path);
	return path;
}

static const char *path_to(struct paper *paper, const char *words)
{
	return path_of(paper, paper_label(paper, words)->element);
}

static int around(const struct paper *paper, const char *words, enum structure_type type)
{
	return paper_element(paper, paper_label(paper, words)->element, type, type);
}

/* -- the title of the document ------------------------------------------------------------------ */

static size_t titles(const struct paper *paper)
{
	size_t count = 0;

	for (size_t i = 0; i < paper->pages->structure.count; i++)
		count += element_at(paper, (int)i)->type == STRUCTURE_HEADING &&
			 element_at(paper, (int)i)->level == 1;
	return count;
}

Test(layout_structure, has_the_title_on_the_cover_as_its_one_heading_of_the_first_level)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);

		paper->document.has_cover = true;
		paper->document.title = "Title";
		paper_section(paper, 1, "1", "Section");
		paper_text(paper, "words");
		paper_lay_out(paper);
		cr_expect_str_eq(path_to(paper, "Title"), "Document H1");
		cr_expect_eq(titles(paper), 1);
		cr_expect_str_eq(path_to(paper, "Status of the report"), "Document P");
		paper_free(paper);
	}
}

/* The running line of the first page is read once; those of the others are not. */
Test(layout_structure, has_the_title_in_the_running_line_of_a_report_without_cover)
{
	for (size_t l = 0; l < LOOKS; l++) {
		static const char line[] = "Title of the report, April 2023 to March 2024";
		struct paper *paper = paper_new(look_names[l]);

		paper_text(paper, "words");
		paper_add(paper, NODE_PAGE_BREAK);
		paper_text(paper, "more words");
		paper_lay_out(paper);
		cr_expect_str_eq(path_to(paper, line), "Document H1");
		cr_expect_eq(titles(paper), 1);
		cr_expect_eq(paper_count(paper, line), 2);
		for (size_t i = 0; i < paper_words(paper, 2).count; i++)
			if (strcmp(paper_words(paper, 2).items[i].text, line) == 0)
				cr_expect_lt(paper_words(paper, 2).items[i].element, 0);
		paper_free(paper);
	}
}

/* Too long for its line, it is cut there and read in full. */
Test(layout_structure, reads_a_title_in_full_that_the_running_line_cuts)
{
	struct paper *paper = paper_new("research-appendix-a4");
	const struct structure_element *title = NULL;
	char words[400] = "Title";

	while (strlen(words) < 300)
		strcat(words, " of the report");
	paper->document.title = words;
	paper_text(paper, "words");
	paper_lay_out(paper);
	for (size_t i = 0; i < paper->pages->structure.count && title == NULL; i++)
		if (element_at(paper, (int)i)->type == STRUCTURE_HEADING)
			title = element_at(paper, (int)i);
	cr_assert_not_null(title);
	cr_assert_not_null(title->replacement);
	cr_expect_not_null(strstr(title->replacement, words));
	paper_free(paper);
}

/* -- blocks ------------------------------------------------------------------------------------- */

Test(layout_structure, tells_how_a_list_counts)
{
	struct paper *paper = paper_new("annual-report-a4");

	paper_list(paper, true, "step", 2);
	paper_list(paper, false, "point", 2);
	paper_lay_out(paper);
	cr_expect_str_eq(path_to(paper, "2."), "Document L LI Lbl");
	cr_expect_str_eq(path_to(paper, "step 2"), "Document L LI LBody");
	cr_expect_eq(element_at(paper, around(paper, "step 1", STRUCTURE_LIST))->numbering,
		     NUMBERING_DECIMAL);
	cr_expect_eq(element_at(paper, around(paper, "point 1", STRUCTURE_LIST))->numbering,
		     NUMBERING_DISC);
	paper_free(paper);
}

Test(layout_structure, reads_a_tile_as_one_sentence_with_its_link_at_the_end)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *tiles = paper_add(paper, NODE_TILES), *tile;
	struct labels words;
	const char *read = "";

	tile = node_new(paper->arena, NODE_TILE, (struct location){ 0 });
	tile->figure = "47%";
	paper_run(paper, &tile->text, "of waits");
	tile->target = paper_section(paper, 1, "1", "Waits");
	node_append(tiles, tile);
	tiles->columns = 3;
	paper_text(paper, "words");
	paper_lay_out(paper);
	words = paper_words(paper, 1);
	for (size_t i = 0; i < words.count; i++)
		if (around(paper, "47%", STRUCTURE_PARAGRAPH) ==
		    paper_element(paper, words.items[i].element, STRUCTURE_PARAGRAPH,
				  STRUCTURE_PARAGRAPH))
			read = arena_printf(paper->arena, "%s|%s", read, words.items[i].text);
	cr_expect_str_eq(read, "|47%|of waits|Page 2");
	cr_expect_str_eq(path_to(paper, "Page 2"), "Document P Reference Link");
	paper_free(paper);
}

Test(layout_structure, gives_number_and_title_of_a_figure_elements_of_their_own)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *figure = paper_figure(paper, "bars", 0);

	figure->label = "Figure 7";
	paper_lay_out(paper);
	cr_expect_str_eq(path_to(paper, "Figure 7"), "Document Div Caption Lbl");
	cr_expect_str_eq(path_to(paper, text_plain(paper->arena, &figure->title)),
			 "Document Div Caption P");
	paper_free(paper);
}

/* Nothing to hear in an element without words. */
Test(layout_structure, leaves_no_element_of_what_is_not_there)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *table = paper_table(paper, "cells", 3, 2);

	table->label = "";
	paper_lay_out(paper);
	for (size_t i = 0; i < paper->pages->structure.count; i++)
		cr_expect_eq(element_at(paper, (int)i)->empty,
			     element_at(paper, (int)i)->type == STRUCTURE_CAPTION, "%zu: %s", i,
			     path_of(paper, (int)i));
	paper_free(paper);
}

/* Entries of a part stand in a list within that of the parts, deeper ones within the item above. */
Test(layout_structure, nests_the_entries_of_the_contents)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *contents = paper_add(paper, NODE_CONTENTS);

	paper_run(paper, &contents->title, "Contents");
	paper_section(paper, 1, "1", "Alone");
	paper_section(paper, 1, "2", "First of a part")->part = "The part";
	paper_section(paper, 2, "2.1", "Deeper")->part = "The part";
	paper_section(paper, 1, "3", "Second of a part")->part = "The part";
	paper_text(paper, "words");
	paper_lay_out(paper);
	cr_expect_str_eq(path_to(paper, "Contents"), "Document Sect H2");
	cr_expect_str_eq(path_to(paper, "Alone"), "Document Sect TOC TOCI Reference Link");
	cr_expect_str_eq(path_to(paper, "The part"), "Document Sect TOC TOCI P");
	cr_expect_str_eq(path_to(paper, "First of a part"),
			 "Document Sect TOC TOCI TOC TOCI Reference Link");
	cr_expect_str_eq(path_to(paper, "Deeper"),
			 "Document Sect TOC TOCI TOC TOCI TOC TOCI Reference Link");
	cr_expect_str_eq(path_to(paper, "Second of a part"),
			 "Document Sect TOC TOCI TOC TOCI Reference Link");
	cr_expect_eq(around(paper, "Second of a part", STRUCTURE_CONTENTS),
		     around(paper, "First of a part", STRUCTURE_CONTENTS));
	paper_free(paper);
}

/* -- footnotes ---------------------------------------------------------------------------------- */

static const char *contents_of(const struct scene *scene, const char *target)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];
		const char *found = NULL;

		if (item->kind == SCENE_LINK && strcmp(item->target, target) == 0)
			return item->contents;
		if (item->kind == SCENE_USE)
			found = contents_of(item->use, target);
		if (found != NULL)
			return found;
	}
	return NULL;
}

Test(layout_structure, links_a_marker_to_its_footnote_and_back)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *text = paper_text(paper, "words");
	const struct scene *page;
	int note;

	paper_note(paper, &text->text, "what is noted");
	paper_section(paper, 1, "1", "Behind");
	paper_text(paper, "the last words");
	paper_lay_out(paper);
	page = paper->pages->items[0];
	cr_expect_str_eq(contents_of(page, "#note:1"), "Note 1");
	cr_expect_str_eq(contents_of(page, "#note:1:marker"), "Back to note 1");
	note = around(paper, "what is noted", STRUCTURE_NOTE);
	cr_expect_str_eq(path_of(paper, note), "Document Div Note");
	cr_expect_str_eq(element_at(paper, note)->anchor, "note:1");
	/* Behind all else. */
	cr_expect_gt(element_at(paper, note)->parent,
		     paper_label(paper, "the last words")->element);
	cr_expect_null(paper_links_lost(paper));
	paper_free(paper);
}

/* -- tables ------------------------------------------------------------------------------------- */

/* A row of its own names a group; what is below it is told by it as well. */
Test(layout_structure, tells_the_group_that_a_row_of_a_matrix_is_in)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *node = paper_table(paper, "m", 2, 3);
	struct table *table = paper_table_of(paper, node);
	const struct structure_element *cell, *group;

	table->heat = true;
	table->rows[1].group = "Group of rows";
	paper_lay_out(paper);
	group = element_at(paper, around(paper, "Group of rows", STRUCTURE_HEADER_CELL));
	cr_expect_eq(group->columns, 3);
	cr_expect_eq(group->scope, SCOPE_ROW);
	cell = element_at(paper, around(paper, "m 1/3", STRUCTURE_DATA_CELL));
	cr_expect_eq(cell->header_count, 0, "it stands before the group");
	cell = element_at(paper, around(paper, "m 2/3", STRUCTURE_DATA_CELL));
	cr_assert_eq(cell->header_count, 3);
	cr_expect_eq(cell->headers[0], around(paper, "m head 3", STRUCTURE_HEADER_CELL));
	cr_expect_eq(element_at(paper, cell->headers[1]), group);
	cr_expect_eq(cell->headers[2], around(paper, "m 2/1", STRUCTURE_HEADER_CELL));
	paper_free(paper);
}

Test(layout_structure, says_the_long_form_of_the_shorthand_in_a_matrix)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *node = paper_table(paper, "m", 1, 3);
	struct table *table = paper_table_of(paper, node);
	const struct structure_element *span;

	table->heat = true;
	table->rows[0].cells[1].state = VALUE_SUPPRESSED;
	paper_set_cell(paper, node, 0, 1, "[c]");
	paper_lay_out(paper);
	span = element_at(paper, around(paper, "[c]", STRUCTURE_SPAN));
	cr_expect_str_eq(span->expansion, "hidden");
	cr_expect_eq(element_at(paper, span->parent)->type, STRUCTURE_DATA_CELL);
	paper_free(paper);
}

/* -- the whole ---------------------------------------------------------------------------------- */

/* Places of the elements in reading order. */
static size_t *reading_places(struct paper *paper)
{
	const struct structure *structure = &paper->pages->structure;
	const struct structure_order order = structure_order(paper->arena, structure);
	size_t *places = arena_array(paper->arena, structure->count, sizeof(*places)), next = 0;

	for (int i = 0; i >= 0; i = structure_next(structure, &order, i))
		places[i] = next++;
	cr_assert_eq(next, structure->count);
	return places;
}

static bool is_around(const struct paper *paper, int outer, int inner)
{
	while (inner >= 0 && inner != outer)
		inner = element_at(paper, inner)->parent;
	return inner >= 0;
}

static void expect_reading_order(struct paper *paper)
{
	const size_t *places = reading_places(paper);

	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels words = paper_drawn(paper, page);
		int last = 0;

		for (size_t i = 0; i < words.count; i++) {
			int element = words.items[i].element;

			if (element < 0)
				continue;
			cr_expect(places[element] >= places[last] ||
					  is_around(paper, element, last),
				  "page %zu: \"%s\" is drawn too late", page, words.items[i].text);
			last = element;
		}
	}
}

static void everything(struct paper *paper)
{
	struct node *contents = paper_add(paper, NODE_CONTENTS), *text, *grid, *section;

	paper_run(paper, &contents->title, "Contents");
	section = paper_section(paper, 1, "1", "First");
	paper->into = section;
	text = paper_text(paper, "A paragraph with a note");
	paper_note(paper, &text->text, "the note");
	paper_run(paper, &text->text, " and a ");
	paper_page_reference(paper, &text->text, "page ", section);
	paper_list(paper, true, "step", 3);
	paper_figure(paper, "bars", 0);
	paper_table(paper, "cells", 60, 4);
	grid = paper_add(paper, NODE_GRID);
	grid->columns = 2;
	paper_cell(paper, grid, "Left", "words on the left");
	paper_cell(paper, grid, "Right", "words on the right");
	paper->into = paper->document.root;
	paper_section(paper, 1, "2", "Second");
	text = paper_text(paper, "Another note");
	paper_note(paper, &text->text, "the other note");
	paper_text(paper, "The end");
}

Test(layout_structure, is_drawn_in_the_order_in_which_it_is_read)
{
	for (size_t l = 0; l < LOOKS; l++)
		for (int cover = 0; cover < 2; cover++) {
			struct paper *paper = paper_new(look_names[l]);

			paper->document.has_cover = cover == 1;
			paper->document.notice = "Synthetic data.";
			everything(paper);
			paper_lay_out(paper);
			expect_reading_order(paper);
			paper_free(paper);
		}
}

Test(layout_structure, conforms)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);

		everything(paper);
		paper_lay_out(paper);
		cr_expect(conformity_check(paper->pages, (struct location){ 0 }, paper->diags));
		for (size_t i = 0; i < diag_count(paper->diags); i++)
			cr_expect_fail("%s %s", diag_kind(diag_at(paper->diags, i)->code)->id,
				       diag_at(paper->diags, i)->detail);
		paper_free(paper);
	}
}
