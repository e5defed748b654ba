/* The lines at the head and foot of every page. */

#include "layout/running.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/pages_expect.h"

/* The words of a page at its head or foot, in a line, with " | " between places. */
static const char *line_of(struct paper *paper, size_t page, enum structure_artifact artifact)
{
	struct labels words = paper_words(paper, page);
	const char *line = "";

	for (size_t i = 0; i < words.count; i++)
		if (paper_running(paper, &words.items[i]) == (int)artifact)
			line = arena_printf(paper->arena, "%s%s%s", line,
					    line[0] == '\0' ? "" : " | ", words.items[i].text);
	return line;
}

static void three_pages(struct paper *paper)
{
	paper_section(paper, 1, "1", "First section");
	paper_text(paper, "words");
	paper_add(paper, NODE_PAGE_BREAK);
	paper_text(paper, "more words");
	paper_section(paper, 1, "2", "Second section");
	paper_text(paper, "last words");
	paper_lay_out(paper);
}

Test(layout_running, name_section_publisher_title_and_page)
{
	struct paper *paper = paper_new(look_names[0]);

	three_pages(paper);
	cr_assert_eq(paper->pages->count, 3);
	cr_expect_str_eq(line_of(paper, 1, ARTIFACT_HEADER), "Publisher | 1 First section");
	cr_expect_str_eq(line_of(paper, 2, ARTIFACT_HEADER), "Publisher | 1 First section");
	cr_expect_str_eq(line_of(paper, 3, ARTIFACT_HEADER), "Publisher | 2 Second section");
	cr_expect_str_eq(line_of(paper, 2, ARTIFACT_FOOTER),
			 "2 | Title of the report, April 2023 to March 2024");
	cr_expect_str_eq(line_of(paper, 3, ARTIFACT_FOOTER),
			 "3 | Title of the report, April 2023 to March 2024");
	paper_free(paper);
}

Test(layout_running, have_other_places_in_the_research_layout)
{
	struct paper *paper = paper_new(look_names[1]);

	three_pages(paper);
	cr_expect_str_eq(line_of(paper, 1, ARTIFACT_HEADER),
			 "1 First section | Title of the report, April 2023 to March 2024");
	cr_expect_str_eq(line_of(paper, 1, ARTIFACT_FOOTER), "1 | Publisher");
	paper_free(paper);
}

Test(layout_running, stand_at_the_edges_of_the_text)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);
		struct box area;
		struct labels words;
		const struct label *number;

		three_pages(paper);
		words = paper_words(paper, 2);
		area = paper_area(paper, 2);
		number = label_find(&words, "2");
		cr_expect_float_eq(number->box.x + number->box.width, area.x + area.width, 0.6);
		cr_expect_gt(number->box.y, area.y + area.height);
		for (size_t i = 0; i < words.count; i++)
			if (paper_running(paper, &words.items[i]) == ARTIFACT_HEADER)
				cr_expect_lt(words.items[i].box.y + words.items[i].box.height,
					     area.y);
		paper_free(paper);
	}
}

/* "SYNTHETIC" must stand on every page, whole. */
Test(layout_running, carry_the_notice_on_every_page)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);

		paper->document.notice = "Synthetic data.";
		three_pages(paper);
		for (size_t page = 1; page <= 3; page++)
			cr_expect_not_null(strstr(line_of(paper, page, ARTIFACT_FOOTER),
						  l == 0 ? "March 2024. Synthetic data."
							 : "Publisher. Synthetic data."));
		paper_free(paper);
	}
}

Test(layout_running, carry_the_notice_on_the_cover)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);

		paper->document.notice = "Synthetic data.";
		paper->document.has_cover = true;
		three_pages(paper);
		cr_expect_eq(paper_page(paper, "Synthetic data."), 1);
		paper_free(paper);
	}
}

Test(layout_running, count_the_cover_as_a_page)
{
	struct paper *paper = paper_new(look_names[0]);

	paper->document.has_cover = true;
	three_pages(paper);
	cr_assert_eq(paper->pages->count, 4);
	cr_expect_str_eq(line_of(paper, 1, ARTIFACT_FOOTER), "");
	cr_expect_str_eq(line_of(paper, 2, ARTIFACT_FOOTER),
			 "2 | Title of the report, April 2023 to March 2024");
	paper_free(paper);
}

Test(layout_running, name_the_section_that_a_page_goes_on_with)
{
	struct paper *paper = paper_new(look_names[1]);

	paper->into = paper_section(paper, 1, "1", "First section");
	paper_fill(paper, 60);
	paper_lay_out(paper);
	cr_assert_gt(paper->pages->count, 1);
	cr_expect_not_null(
		strstr(line_of(paper, paper->pages->count, ARTIFACT_HEADER), "1 First section"));
	paper_free(paper);
}

Test(layout_running, stand_in_place_on_pages_on_their_side)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);

		paper->document.notice = "Synthetic data.";
		paper_text(paper, "before");
		paper_table_of(paper, paper_table(paper, "wide", 60, 6))->landscape = true;
		paper_lay_out(paper);
		paper_expect_none(paper, paper_words_outside);
		cr_expect_not_null(strstr(line_of(paper, 2, ARTIFACT_FOOTER), "Synthetic data."));
		paper_free(paper);
	}
}

/* Names and titles of the length that real ones have. */
Test(layout_running, wrap_long_names_without_touching_the_text)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);

		paper->document.publisher =
			"NHS Bath and North East Somerset, Swindon and Wiltshire Integrated Care Board";
		paper->document.title = "Statement on information about inequalities in health";
		paper->document.notice =
			"Synthetic data: invented figures of an invented organisation.";
		paper_section(paper, 1, "12",
			      "Elective recovery: waits for treatment in the most deprived areas");
		paper_text(paper, "words");
		paper_lay_out(paper);
		paper_expect_none(paper, paper_words_outside);
		paper_expect_none(paper, paper_words_touching);
		paper_free(paper);
	}
}
