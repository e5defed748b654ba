/* The cover. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/pages_expect.h"
#include "support/plots.h"

/* Too long for a line of a cover, where a test looks for it. */
static const char usual_title[] = "Title of the report";

static void make_cover(struct paper *paper)
{
	paper->document.has_cover = true;
	paper->document.notice = "Synthetic data.";
	if (strcmp(paper->document.title, usual_title) == 0)
		paper->document.title = "Report";
	paper_text(paper, "words");
	paper_lay_out(paper);
}

Test(layout_cover, says_what_the_report_is_once_each)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);
		struct labels words;
		const char *const texts[] = { "Publisher",
					      "Report",
					      "Subtitle of the report",
					      "April 2023 to March 2024",
					      "3 February 2025",
					      "Status of the report",
					      "Synthetic data." };

		make_cover(paper);
		cr_assert_eq(paper->pages->count, 2);
		words = paper_words(paper, 1);
		for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
			cr_expect_eq(label_count(&words, texts[i]), 1, "%s", texts[i]);
		cr_expect_eq(paper_page(paper, "words"), 2);
		paper_free(paper);
	}
}

Test(layout_cover, is_left_out_when_the_report_has_none)
{
	struct paper *paper = paper_new(look_names[0]);

	paper_text(paper, "words");
	paper_lay_out(paper);
	cr_expect_eq(paper->pages->count, 1);
	cr_expect_eq(paper_count(paper, "Title of the report"), 0);
	paper_free(paper);
}

Test(layout_cover, has_a_field_of_colour_in_the_annual_layout_alone)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);
		struct labels marks;

		make_cover(paper);
		marks = marks_of(&paper->look, paper->pages->items[0]);
		cr_expect_eq(labels_with(&paper->look, &marks, PART_BACKGROUND).count, l == 0);
		cr_expect(look_is_colour(&paper->look,
					 paper_label(paper, "Report")->item->text.colour,
					 paper->look.layout->styles[ROLE_COVER_TITLE].colour));
		paper_free(paper);
	}
}

Test(layout_cover, keeps_words_apart_and_on_the_page_whatever_their_length)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);

		paper->document.title =
			"Statement on information about inequalities in health and care";
		paper->document.subtitle =
			"Under section 13SA of the National Health Service Act 2006";
		paper->document.publisher =
			"NHS Bath and North East Somerset, Swindon and Wiltshire Integrated Care Board";
		paper->document.status = "Management information: not official statistics, figures "
					 "may be revised when later returns come in";
		make_cover(paper);
		paper_expect_none(paper, paper_words_touching);
		paper_expect_none(paper, paper_words_outside);
		paper_expect_none(paper, paper_words_too_small);
		paper_free(paper);
	}
}

/* Everything drawn for the picture is ornament: it has no place in the reading order. */
Test(layout_cover, draws_its_picture_as_ornament)
{
	static const double values[] = { 40, 35, 30, 25, 20 };
	struct paper *paper = paper_new(look_names[0]);
	struct plot *plot = plot_of(paper->arena, "gradient", values, 5);
	const struct scene *cover;
	size_t ornaments = 0;

	for (int i = 0; i < 5; i++)
		plot->categories[i].share = 0.2;
	paper->document.cover_plot = plot;
	paper->document.cover_caption = "What the picture shows";
	make_cover(paper);
	cover = paper->pages->items[0];
	for (size_t i = 0; i < cover->count; i++)
		if (cover->items[i].kind == SCENE_PATH) {
			cr_expect_lt(cover->items[i].element, 0);
			ornaments += cover->items[i].part == PART_ORNAMENT;
		}
	cr_expect_gt(ornaments, 10);
	cr_expect_eq(paper_page(paper, "What the picture shows"), 1);
	paper_expect_none(paper, paper_words_touching);
	paper_free(paper);
}

/* The slope index is fitted to logarithms or logits: its line is a curve, on the cover as in the chart. */
Test(layout_cover, draws_the_fitted_line_through_all_of_its_points)
{
	struct paper *paper = paper_new(look_names[0]);
	struct plot *plot = plot_of(paper->arena, "bars", (double[]){ 60, 48, 41, 33, 30 }, 5);
	const struct scene_path *line = NULL;
	struct box last = { 0 };
	const struct scene *cover;

	for (size_t i = 0; i < 5; i++)
		plot->categories[i].share = 0.2;
	plot->has_fitted = true;
	for (size_t i = 0; i < FITTED_POINTS; i++)
		plot->fitted[i] = 60 - (double)(i * (2 * FITTED_POINTS - i)) / 16;
	paper->document.cover_plot = plot;
	make_cover(paper);
	cover = paper->pages->items[0];
	for (size_t i = 0; i < cover->count; i++) {
		const struct scene_path *path = cover->items[i].path;

		if (cover->items[i].kind != SCENE_PATH || cover->items[i].part != PART_ORNAMENT)
			continue;
		if (path->stroked && path->count == FITTED_POINTS)
			line = path;
		if (path->steps[0].verb == PATH_RECTANGLE && path->steps[0].height > 50)
			last = (struct box){ path->steps[0].x, path->steps[0].y,
					     path->steps[0].width, path->steps[0].height };
	}
	cr_assert_not_null(line);
	/* One unit is so many points everywhere on the line: it bends as the values do. */
	for (size_t i = 2; i < FITTED_POINTS; i++) {
		double unit =
			(line->steps[1].y - line->steps[0].y) / (plot->fitted[0] - plot->fitted[1]);

		cr_expect_float_eq(line->steps[i].y - line->steps[0].y,
				   unit * (plot->fitted[0] - plot->fitted[i]), 0.01);
	}
	cr_expect_float_eq(last.x + last.width, cover->width, 0.01);
	paper_free(paper);
}
