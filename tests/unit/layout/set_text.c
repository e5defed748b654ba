/* Runs of a document as lines of a page. */

#include "layout/set_text.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/pages_expect.h"

/* The area of the link with a target; the test fails when there is none. */
static bool find_link(const struct scene *scene, struct point origin, const char *target,
		      struct box *area)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];

		if (item->kind == SCENE_LINK && strcmp(item->target, target) == 0) {
			*area = item->area;
			area->x += origin.x;
			area->y += origin.y;
			return true;
		}
		if (item->kind == SCENE_USE &&
		    find_link(item->use,
			      (struct point){ origin.x + item->area.x, origin.y + item->area.y },
			      target, area))
			return true;
	}
	return false;
}

Test(layout_text, stands_on_lines_as_far_apart_as_the_style_says)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);
		const struct text_style *body = &paper->look.layout->styles[ROLE_BODY];

		paper_lines(paper, "p", 4);
		paper_text(paper, "next");
		paper_lay_out(paper);
		cr_expect_float_eq(paper_label(paper, "p 2")->at.y -
					   paper_label(paper, "p 1")->at.y,
				   body->line_pt, 1e-6);
		cr_expect_float_eq(paper_label(paper, "next")->at.y -
					   paper_label(paper, "p 4")->at.y,
				   body->line_pt + body->after_pt, 1e-6);
		cr_expect_float_eq(paper_label(paper, "p 1")->size_pt, body->size_pt, 1e-9);
		cr_expect_float_eq(paper_label(paper, "p 1")->box.x, paper->look.layout->left_pt,
				   1e-6);
		paper_free(paper);
	}
}

Test(layout_text, has_strong_and_slanted_words_in_its_line)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *text = paper_text(paper, "plain ");
	const struct text_font_facts *facts;

	paper_run(paper, &text->text, "strong ")->strong = true;
	paper_run(paper, &text->text, "slanted ")->emphasis = true;
	paper_run(paper, &text->text, "quiet")->secondary = true;
	paper_lay_out(paper);
	facts = paper_label(paper, "strong ")->item->text.shaped->facts;
	cr_expect_geq(facts->weight, 600);
	facts = paper_label(paper, "slanted ")->item->text.shaped->facts;
	cr_expect(facts->italic);
	cr_expect_eq(facts->weight, 400);
	cr_expect(look_is_colour(&paper->look, paper_label(paper, "quiet")->item->text.colour,
				 COLOUR_SECONDARY));
	cr_expect(look_is_colour(&paper->look, paper_label(paper, "plain ")->item->text.colour,
				 COLOUR_TEXT));
	cr_expect_float_eq(paper_label(paper, "strong ")->at.y, paper_label(paper, "quiet")->at.y,
			   1e-9);
	paper_free(paper);
}

Test(layout_text, shows_what_is_still_to_be_written_in_the_colour_of_a_caution)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *text = paper_text(paper, "Our lead: ");

	paper_run(paper, &text->text, "To be written")->gap = true;
	paper_lay_out(paper);
	cr_expect(look_is_colour(&paper->look,
				 paper_label(paper, "To be written")->item->text.colour,
				 COLOUR_WORSE));
	cr_expect(look_is_colour(&paper->look, paper_label(paper, "Our lead: ")->item->text.colour,
				 COLOUR_TEXT));
	paper_free(paper);
}

Test(layout_text, keeps_what_is_still_to_be_written_readable_on_a_field_of_colour)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *text = paper_text(paper, "Our aim: ");

	text->role = ROLE_OPENER_LEAD;
	paper_run(paper, &text->text, "To be written")->gap = true;
	paper_lay_out(paper);
	cr_expect(look_is_colour(&paper->look,
				 paper_label(paper, "To be written")->item->text.colour,
				 COLOUR_ON_FIELD));
	paper_free(paper);
}

Test(layout_text, can_be_clicked_where_a_link_stands)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *text = paper_text(paper, "See ");
	const struct label *label;
	struct box area = { 0 };

	paper_run(paper, &text->text, "there")->href = "https://example.org";
	paper_lay_out(paper);
	label = paper_label(paper, "there");
	cr_assert(find_link(paper->pages->items[0], (struct point){ 0, 0 }, "https://example.org",
			    &area));
	cr_expect(box_contains(area, label->box, 0.01));
	cr_expect_float_eq(area.width, label->box.width, 0.01);
	cr_expect(look_is_colour(&paper->look, label->item->text.colour, COLOUR_LINK));
	cr_expect_eq(paper->pages->structure.elements[label->element].type, STRUCTURE_LINK);
	paper_free(paper);
}

Test(layout_text, leads_to_the_place_of_a_reference_in_the_document)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *target, *text = paper_text(paper, "See ");
	struct box area;

	target = paper_section(paper, 2, "1.1", "Target");
	paper_run(paper, &text->text, "that section")->target = target;
	paper_lay_out(paper);
	cr_expect(find_link(paper->pages->items[0], (struct point){ 0, 0 }, "#section-1.1-Target",
			    &area));
	paper_free(paper);
}

Test(layout_text, names_language_and_long_form_of_its_words)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *text = paper_text(paper, "plain ");
	struct text_run *run = paper_run(paper, &text->text, "ICB");
	const struct structure_element *element;

	run->expansion = "integrated care board";
	run->language = "cy";
	text->language = "en";
	paper_lay_out(paper);
	element = &paper->pages->structure.elements[paper_label(paper, "ICB")->element];
	cr_expect_eq(element->type, STRUCTURE_SPAN);
	cr_expect_str_eq(element->expansion, "integrated care board");
	cr_expect_str_eq(element->language, "cy");
	element = &paper->pages->structure.elements[element->parent];
	cr_expect_eq(element->type, STRUCTURE_PARAGRAPH);
	cr_expect_str_eq(element->language, "en");
	paper_free(paper);
}

/* -- page numbers in the text ------------------------------------------------------------------- */

/* Its number pushes the word behind it to the next line, or not. */
Test(layout_text, says_the_page_of_what_it_refers_to)
{
	static const size_t pages[] = { 1, 2, 9, 10, 99, 100 };

	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);

		for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
			struct node *text, *target;

			paper_begin(paper);
			text = paper_text(paper, "See ");
			for (size_t page = 1; page < pages[i]; page++) {
				paper_add(paper, NODE_PAGE_BREAK);
				paper_text(paper, "words");
			}
			target = paper_section(paper, 3, "", "Target");
			paper_text(paper, "words");
			paper_page_reference(paper, &text->text, "page ", target);
			paper_lay_out(paper);
			cr_assert_eq(paper_page(paper, "Target"), pages[i]);
			cr_expect_eq(paper_count(paper, arena_printf(paper->arena,
								     "page\xc2\xa0%zu", pages[i])),
				     1, "%zu", pages[i]);
		}
		paper_free(paper);
	}
}

/* The words of all pages, one line behind the other. */
static const char *all_words(struct paper *paper)
{
	struct buffer all;

	buffer_init(&all);
	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels words = paper_words(paper, page);

		for (size_t i = 0; i < words.count; i++)
			buffer_add_text(&all, words.items[i].text);
	}
	return buffer_finish(&all, paper->arena);
}

/* Numbers of two digits move what they point to, which changes the numbers. */
Test(layout_text, says_pages_that_hold_after_the_numbers_have_moved_them)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);
		struct node *sections[40], *index;

		index = paper_text(paper, "Index:");
		for (int i = 0; i < 40; i++) {
			sections[i] = paper_section(paper, 3, "",
						    arena_printf(paper->arena, "Section %d", i));
			paper_fill(paper, 9);
			paper_page_reference(paper, &index->text,
					     arena_printf(paper->arena, " n%d on page ", i),
					     sections[i]);
		}
		paper_lay_out(paper);
		for (int i = 0; i < 40; i++) {
			const char *title = arena_printf(paper->arena, "Section %d", i);
			const char *words = arena_printf(paper->arena, "n%d on page\xc2\xa0%zu", i,
							 paper_page(paper, title));
			const char *found = strstr(all_words(paper), words);

			cr_assert_not_null(found, "%s", words);
			cr_expect(!isdigit((unsigned char)found[strlen(words)]), "%s", words);
		}
		paper_free(paper);
	}
}

/* -- lists ------------------------------------------------------------------------------------ */

Test(layout_text, has_marks_beside_the_first_line_of_items)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *list = paper_list(paper, true, "item", 0);
	const struct label *mark, *first, *second;

	paper_item(paper, list, "first\nsecond");
	paper_item(paper, list, "next");
	paper_list(paper, false, "point", 1);
	paper_lay_out(paper);
	mark = paper_label(paper, "1.");
	first = paper_label(paper, "first");
	second = paper_label(paper, "second");
	cr_expect_float_eq(mark->at.y, first->at.y, 1e-9);
	cr_expect_lt(mark->box.x + mark->box.width, first->box.x);
	cr_expect_float_eq(first->box.x, second->box.x, 1e-9);
	cr_expect_float_eq(paper_label(paper, "2.")->at.y, paper_label(paper, "next")->at.y, 1e-9);
	cr_expect_float_eq(paper_label(paper, "\xe2\x80\xa2")->at.y,
			   paper_label(paper, "point 1")->at.y, 1e-9);
	cr_expect(paper_is(paper, mark, STRUCTURE_LABEL));
	cr_expect(paper_is(paper, first, STRUCTURE_LIST_BODY));
	cr_expect(paper_is(paper, first, STRUCTURE_LIST_ITEM));
	paper_free(paper);
}

Test(layout_text, has_room_for_the_numbers_of_long_lists)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);

		paper_list(paper, true, "item", 120);
		paper_lay_out(paper);
		paper_expect_none(paper, paper_words_touching);
		paper_expect_none(paper, paper_words_outside);
		paper_free(paper);
	}
}

/* -- names of any length ------------------------------------------------------------------------ */

Test(layout_text, takes_words_of_1_to_10000_letters)
{
	static const size_t lengths[] = { 1, 59, 60, 61, 500, 10000 };

	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);

		for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
			char *word = arena_alloc(paper->look.arena, lengths[i] + 1);
			size_t letters = 0;

			memset(word, 'm', lengths[i]);
			paper_begin(paper);
			paper_text(paper, word);
			paper_item(paper, paper_list(paper, false, "i", 1), word);
			paper_lay_out(paper);
			paper_expect_none(paper, paper_words_outside);
			paper_expect_none(paper, paper_words_touching);
			for (size_t page = 1; page <= paper->pages->count; page++) {
				struct labels words = paper_body(paper, page);

				for (size_t n = 0; n < words.count; n++)
					if (words.items[n].text[0] == 'm')
						letters += strlen(words.items[n].text);
			}
			cr_expect_eq(letters, 2 * lengths[i]);
		}
		paper_free(paper);
	}
}
