/* A resolved document as pages. */

#include "layout/layout_pages.h"

#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/diag.h"
#include "support/pages_reading.h"

static void expect_entry(const struct pages *pages, size_t index, unsigned level, const char *title,
			 const char *anchor)
{
	cr_assert_lt(index, pages->outline_count);
	cr_expect_eq(pages->outline[index].level, level, "%s", title);
	cr_expect_str_eq(pages->outline[index].title, title);
	cr_expect_str_eq(pages->outline[index].anchor, anchor);
}

Test(layout_pages, have_an_outline_of_contents_and_sections)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *contents = paper_add(paper, NODE_CONTENTS), *root = paper->into;

	contents->anchor = "contents";
	paper_run(paper, &contents->title, "Contents");
	paper->into = paper_section(paper, 1, "1", "First");
	paper_text(paper, "words");
	paper->into = paper_section(paper, 2, "1.1", "Within");
	paper_text(paper, "words");
	paper->into = root;
	paper_section(paper, 1, "", "Without number");
	paper_text(paper, "words");
	paper_lay_out(paper);
	cr_assert_eq(paper->pages->outline_count, 4);
	expect_entry(paper->pages, 0, 1, "Contents", "contents");
	expect_entry(paper->pages, 1, 1, "1 First", "section-1-First");
	expect_entry(paper->pages, 2, 2, "1.1 Within", "section-1.1-Within");
	expect_entry(paper->pages, 3, 1, "Without number", "section--Without number");
	paper_free(paper);
}

Test(layout_pages, carry_what_the_report_says_about_itself)
{
	struct paper *paper = paper_new("annual-report-a4");
	const struct document_properties *properties;

	paper_text(paper, "words");
	paper_lay_out(paper);
	properties = &paper->pages->properties;
	cr_expect_str_eq(properties->title, "Title of the report");
	cr_expect_str_eq(properties->author, "Publisher");
	cr_expect_str_eq(properties->subject, "What it is about");
	cr_expect_str_eq(properties->keywords, "one, two");
	cr_expect_str_eq(properties->language, "en-GB");
	cr_expect_eq(properties->published.year, 2025);
	cr_expect_eq(properties->published.month, 2);
	cr_expect_eq(properties->published.day, 3);
	paper_free(paper);
}

/* Laying out again for page numbers must not say everything again. */
Test(layout_pages, say_once_what_is_wrong)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *text = paper_text(paper, "See ");

	paper_figure(paper, "high", 900);
	paper_fill(paper, 400);
	paper_page_reference(paper, &text->text, "page ", paper_section(paper, 2, "1", "Last"));
	paper_lay_out(paper);
	cr_expect_neq(paper_page(paper, "Last"), 10, "a page that a first guess hits by chance");
	cr_expect_eq(diag_count(paper->diags), 1);
	paper_free(paper);
}

Test(layout_pages, begin_their_structure_with_the_document)
{
	struct paper *paper = paper_new("annual-report-a4");
	const struct structure *structure;

	paper->into = paper_section(paper, 1, "1", "First");
	paper_text(paper, "words");
	paper_table(paper, "t", 3, 3);
	paper_lay_out(paper);
	structure = &paper->pages->structure;
	cr_expect_eq(structure->elements[0].type, STRUCTURE_DOCUMENT);
	cr_expect_eq(structure->elements[0].parent, -1);
	for (size_t i = 1; i < structure->count; i++) {
		cr_expect_geq(structure->elements[i].parent, 0, "%zu", i);
		cr_expect_lt(structure->elements[i].parent, (int)structure->count, "%zu", i);
	}
	paper_free(paper);
}

/* Memory of passes that were thrown away must not be used: another document in between would show it. */
Test(layout_pages, are_the_same_when_made_again)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *text = paper_text(paper, "See ");
	size_t first;

	paper_fill(paper, 300);
	paper_page_reference(paper, &text->text, "page ", paper_section(paper, 2, "1", "Last"));
	paper_table(paper, "t", 60, 3);
	paper_lay_out(paper);
	first = paper->pages->count;
	cr_expect_eq(paper_count(paper, arena_printf(paper->arena, "page\xc2\xa0%zu",
						     paper_page(paper, "Last"))),
		     1);
	paper_lay_out(paper);
	cr_expect_eq(paper->pages->count, first);
	cr_expect_eq(paper_count(paper, arena_printf(paper->arena, "page\xc2\xa0%zu",
						     paper_page(paper, "Last"))),
		     1);
	paper_free(paper);
}

Test(layout_pages, are_one_at_least)
{
	struct paper *paper = paper_new("annual-report-a4");

	paper_lay_out(paper);
	cr_expect_eq(paper->pages->count, 1);
	paper_free(paper);
}
