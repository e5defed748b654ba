/* The table of contents. */

#include "layout/flow.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "support/pages_expect.h"

/* A report with contents and sections on many pages; part: the name of the part they are in. */
static void make_report(struct paper *paper, size_t sections, const char *part)
{
	struct node *contents = paper_add(paper, NODE_CONTENTS);

	contents->anchor = "contents";
	paper_run(paper, &contents->title, "Contents");
	for (size_t i = 1; i <= sections; i++) {
		bool deep = i % 3 != 1;
		struct node *section =
			paper_section(paper, deep ? 2 : 1, arena_printf(paper->arena, "%zu", i),
				      arena_printf(paper->arena, "Section %zu", i));

		section->part = part;
		paper_fill(paper, 5 + i % 9);
	}
	paper_lay_out(paper);
}

/* The number at the right end of the line of an entry, on a page of contents. */
static size_t page_in_contents(struct paper *paper, const char *title)
{
	struct box area = paper_area(paper, 1);

	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels words = paper_words(paper, page);
		const struct label *entry = label_find(&words, title);

		for (size_t i = 0; entry != NULL && i < words.count; i++) {
			const struct label *label = &words.items[i];
			double right = label->box.x + label->box.width;

			if (label->at.y > entry->at.y - 1 && label->at.y < entry->at.y + 1 &&
			    right > area.x + area.width - 0.5)
				return (size_t)strtoul(label->text, NULL, 10);
		}
	}
	cr_assert_fail("no page for %s", title);
	return 0;
}

/* The heading itself, not its entry. */
static size_t page_of_heading(struct paper *paper, const char *title)
{
	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels words = paper_words(paper, page);

		for (size_t i = 0; i < words.count; i++)
			if (strcmp(words.items[i].text, title) == 0 &&
			    paper_is(paper, &words.items[i], STRUCTURE_HEADING))
				return page;
	}
	cr_assert_fail("no heading %s", title);
	return 0;
}

Test(layout_contents, give_the_page_of_every_heading)
{
	static const size_t counts[] = { 1, 8, 60 };

	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);

		for (size_t c = 0; c < 3; c++) {
			paper_begin(paper);
			paper->document.has_cover = c == 1;
			make_report(paper, counts[c], "");
			for (size_t i = 1; i <= counts[c]; i++) {
				const char *title = arena_printf(paper->arena, "Section %zu", i);

				cr_expect_eq(page_in_contents(paper, title),
					     page_of_heading(paper, title), "%s", title);
			}
		}
		paper_free(paper);
	}
}

Test(layout_contents, go_on_over_as_many_pages_as_they_need)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);

		make_report(paper, 120, "Part");
		cr_expect_gt(page_of_heading(paper, "Section 1"), 3);
		paper_expect_none(paper, paper_words_outside);
		paper_expect_none(paper, paper_words_touching);
		paper_free(paper);
	}
}

Test(layout_contents, name_each_part_once_before_its_sections)
{
	struct paper *paper = paper_new(look_names[0]);
	struct labels words;

	make_report(paper, 5, "Evidence");
	words = paper_words(paper, 1);
	cr_expect_eq(label_count(&words, "Evidence"), 1);
	cr_expect_float_eq(label_find(&words, "Evidence")->at.y,
			   label_find(&words, "Section 1")->at.y, 1);
	cr_expect_lt(label_find(&words, "Evidence")->box.x, label_find(&words, "Section 1")->box.x);
	paper_free(paper);
}

Test(layout_contents, set_deeper_sections_further_in)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);
		struct labels words;

		make_report(paper, 3, "");
		words = paper_words(paper, 1);
		cr_expect_gt(label_find(&words, "Section 2")->box.x,
			     label_find(&words, "Section 1")->box.x + 5);
		cr_expect_float_eq(label_find(&words, "Section 2")->box.x,
				   label_find(&words, "Section 3")->box.x, 1e-6);
		paper_free(paper);
	}
}

static size_t count_links(const struct scene *scene, const char *target)
{
	size_t count = 0;

	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];

		if (item->kind == SCENE_USE)
			count += count_links(item->use, target);
		else if (item->kind == SCENE_LINK)
			count += strcmp(item->target, target) == 0;
	}
	return count;
}

Test(layout_contents, lead_to_the_headings)
{
	struct paper *paper = paper_new(look_names[0]);

	make_report(paper, 4, "");
	cr_expect_eq(count_links(paper->pages->items[0], "#section-1-Section 1"), 1);
	cr_expect_eq(count_links(paper->pages->items[0], "#section-4-Section 4"), 1);
	paper_free(paper);
}

Test(layout_contents, are_a_list_of_links_for_those_who_hear_the_report)
{
	struct paper *paper = paper_new(look_names[0]);
	struct labels words;

	make_report(paper, 4, "");
	words = paper_words(paper, 1);
	cr_expect(paper_is(paper, label_find(&words, "Contents"), STRUCTURE_HEADING));
	cr_expect(paper_is(paper, label_find(&words, "Section 1"), STRUCTURE_LINK));
	cr_expect(paper_is(paper, label_find(&words, "Section 1"), STRUCTURE_CONTENTS_ITEM));
	cr_expect(paper_is(paper, label_find(&words, "Section 1"), STRUCTURE_CONTENTS));
	paper_free(paper);
}

Test(layout_contents, wrap_long_titles_before_the_page_number)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);
		struct node *contents = paper_add(paper, NODE_CONTENTS), *section;

		paper_run(paper, &contents->title, "Contents");
		section = paper_section(
			paper, 2, "12.34",
			"Waiting for treatment in the most and in the least deprived areas of the "
			"board, by month, and Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch");
		section->part = "A part with quite a long name, longer than its column is wide";
		paper_text(paper, "words");
		paper_lay_out(paper);
		paper_expect_none(paper, paper_words_touching);
		paper_expect_none(paper, paper_words_outside);
		paper_free(paper);
	}
}
