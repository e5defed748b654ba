/* Figures: caption, picture, notes. */

#include "layout/flow.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "support/pages_expect.h"

Test(layout_figure, has_caption_picture_and_note_below_each_other)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);
		double label, title, subtitle, picture, source;

		paper_figure(paper, "bars", 0);
		paper_lay_out(paper);
		label = paper_label(paper, "bars label")->at.y;
		title = paper_label(paper, "bars title")->at.y;
		subtitle = paper_label(paper, "bars subtitle")->at.y;
		picture = paper_label(paper, "40.0")->at.y;
		source = paper_label(paper, "bars source")->at.y;
		cr_expect_float_eq(label, title, 1e-6);
		cr_expect_gt(subtitle, title);
		cr_expect_gt(picture, subtitle);
		cr_expect_gt(source, paper_label(paper, "A")->at.y);
		paper_free(paper);
	}
}

Test(layout_figure, starts_the_lines_of_its_title_behind_the_number)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *figure = paper_figure(paper, "bars", 0);
	const struct label *label, *first, *second;

	figure->title = (struct text){ 0 };
	paper_run(paper, &figure->title, "First line\nSecond line");
	paper_lay_out(paper);
	label = paper_label(paper, "bars label");
	first = paper_label(paper, "First line");
	second = paper_label(paper, "Second line");
	cr_expect_gt(first->box.x, label->box.x + label->box.width);
	cr_expect_float_eq(first->box.x, second->box.x, 1e-6);
	cr_expect_float_eq(first->at.y, label->at.y, 1e-6);
	paper_free(paper);
}

Test(layout_figure, is_as_wide_as_the_text_and_as_high_as_it_says)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);
		const struct layout *layout = paper->look.layout;

		paper_figure(paper, "own", 123);
		paper_figure(paper, "usual", 0);
		paper_lay_out(paper);
		cr_assert_eq(paper->figures.count, 2);
		cr_expect_float_eq(paper->figures.items[0].width, layout_text_width(layout), 1e-6);
		cr_expect_float_eq(paper->figures.items[0].scene->height, 123, 1e-6);
		cr_expect_float_eq(paper->figures.items[1].scene->height, layout->chart_height_pt,
				   1e-6);
		paper_free(paper);
	}
}

Test(layout_figure, keeps_its_text_alternative_and_where_links_lead)
{
	struct paper *paper = paper_new("annual-report-a4");
	const struct structure *structure;
	size_t figures = 0;

	paper_figure(paper, "bars", 0);
	paper_lay_out(paper);
	structure = &paper->pages->structure;
	for (size_t i = 0; i < structure->count; i++) {
		const struct structure_element *element = &structure->elements[i];

		if (element->type != STRUCTURE_FIGURE)
			continue;
		figures++;
		cr_expect_str_eq(element->alternative, "bars alternative");
		cr_expect_str_eq(element->anchor, "anchor-bars");
	}
	cr_expect_eq(figures, 1);
	cr_expect(paper_is(paper, paper_label(paper, "bars title"), STRUCTURE_CAPTION));
	cr_expect_not(paper_is(paper, paper_label(paper, "bars title"), STRUCTURE_FIGURE));
	cr_expect_not(paper_is(paper, paper_label(paper, "bars source"), STRUCTURE_FIGURE));
	paper_free(paper);
}

/* Where an anchor stands, on its page; NAN when there is none. */
static double anchor_height(const struct scene *scene, double y, const char *name)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];

		if (item->kind == SCENE_ANCHOR && strcmp(item->target, name) == 0)
			return y + item->area.y;
		if (item->kind == SCENE_USE) {
			double found = anchor_height(item->use, y + item->area.y, name);

			if (!isnan(found))
				return found;
		}
	}
	return NAN;
}

Test(layout_figure, is_reached_at_its_caption)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *text = paper_text(paper, "See ");
	double place;

	paper_page_reference(paper, &text->text, "page ", paper_figure(paper, "bars", 0));
	paper_lay_out(paper);
	place = anchor_height(paper->pages->items[0], 0, "anchor-bars");
	cr_expect_lt(place, paper_label(paper, "bars title")->box.y);
	cr_expect_gt(place, paper_label(paper, "See ")->at.y);
	cr_expect_eq(paper_count(paper, "page\xc2\xa0"
					"1"),
		     1);
	paper_free(paper);
}

Test(layout_figure, is_drawn_once_however_often_pages_are_made)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *text = paper_text(paper, "See ");

	for (int i = 0; i < 30; i++)
		paper_figure(paper, arena_printf(paper->arena, "bars %d", i), 300);
	paper_page_reference(paper, &text->text, "page ", paper->into->last);
	paper_lay_out(paper);
	cr_expect_geq(paper->pages->count, 14);
	cr_expect_eq(paper->figures.count, 30);
	for (int i = 0; i < 30; i++)
		cr_expect_str_eq(paper->figures.items[i].node->label,
				 arena_printf(paper->arena, "bars %d label", i));
	paper_free(paper);
}

Test(layout_figure, has_its_long_description_below_it)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *figure = paper_figure(paper, "bars", 0);

	paper_run(paper, &figure->long_description, "A long description.");
	paper_lay_out(paper);
	cr_expect_gt(paper_label(paper, "A long description.")->at.y,
		     paper_label(paper, "A")->at.y);
	cr_expect_lt(paper_label(paper, "A long description.")->at.y,
		     paper_label(paper, "bars source")->at.y);
	paper_free(paper);
}

Test(layout_figure, takes_titles_and_notes_of_any_length)
{
	static const char words[] =
		"The share of people who waited longer than eighteen weeks was higher in the most "
		"deprived areas than in all others, and it rose faster than anywhere else in the "
		"region (see the note of Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch)";

	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);
		struct node *figure = paper_figure(paper, "bars", 0);

		paper_run(paper, &figure->title, words);
		paper_run(paper, &figure->subtitle, words);
		paper_run(paper, &figure->notes, words);
		figure->label = "Figure 1234";
		paper_lay_out(paper);
		paper_expect_none(paper, paper_words_touching);
		paper_expect_none(paper, paper_words_outside);
		paper_free(paper);
	}
}
