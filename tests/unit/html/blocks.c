/* Blocks of a document as elements. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/web_paper.h"

static struct paper *paper;

static void begin(void)
{
	paper = paper_new("annual-report-a4");
}

static void end(void)
{
	paper_free(paper);
}

TestSuite(html_blocks, .init = begin, .fini = end);

#define expect_holds(text, what)                                                                   \
	cr_expect_not_null(strstr(text, what), "there is no %s in\n%s", what, text)

Test(html_blocks, have_one_heading_of_the_first_level_and_skip_none)
{
	const char *page;

	paper->into = paper_section(paper, 1, "1", "Outer");
	paper->into = paper_section(paper, 2, "1.1", "Inner");
	page = web_page_of(paper);
	cr_expect_eq(web_count(page, "<h1"), 1);
	expect_holds(page, "<h1>Title of the report, April 2023 to March 2024</h1>");
	expect_holds(web_piece(paper, page, "<h2", "</h2>"), "Outer");
	expect_holds(web_piece(paper, page, "<h3", "</h3>"), "Inner");
}

Test(html_blocks, have_the_anchors_of_the_document_as_ids)
{
	paper_section(paper, 1, "1", "Waiting")->anchor = "waits";
	expect_holds(web_page_of(paper), " id=\"waits\">");
}

Test(html_blocks, call_a_page_by_the_name_of_what_stands_there)
{
	struct node *section = paper_section(paper, 1, "1", "Waiting");
	struct node *text = paper_text(paper, "See ");

	section->anchor = "waits";
	section->label = "Section 1";
	paper_page_reference(paper, &text->text, "page ", section);
	expect_holds(web_page_of(paper), "See <a class=\"page\" href=\"#waits\">Section 1</a></p>");
}

Test(html_blocks, call_what_has_no_label_by_its_title)
{
	struct node *section = paper_section(paper, 1, "", "Waiting");
	struct node *text = paper_text(paper, "See ");

	section->anchor = "waits";
	section->label = "";
	paper_page_reference(paper, &text->text, "page ", section);
	expect_holds(web_page_of(paper), ">Waiting</a></p>");
}

Test(html_blocks, lead_to_footnotes_and_back)
{
	struct node *text = paper_text(paper, "Word");
	const char *page;

	paper_note(paper, &text->text, "What is meant");
	page = web_page_of(paper);
	expect_holds(page, "id=\"note:1:marker\" href=\"#note:1\"");
	expect_holds(web_piece(paper, page, "id=\"note:1\"", "</p>"), "href=\"#note:1:marker\"");
	expect_holds(web_piece(paper, page, "id=\"note:1\"", "</p>"), "What is meant");
}

Test(html_blocks, say_shorthand_in_words)
{
	struct node *text = paper_text(paper, "It is ");
	struct text_run *run = paper_run(paper, &text->text, "[c]");
	const char *page;

	run->expansion = "confidential";
	run->heard = true;
	page = web_page_of(paper);
	expect_holds(page, "It is <span class=\"state\"><span aria-hidden=\"true\">[c]</span>"
			   "<span class=\"vh\">confidential</span></span>");
	cr_expect_null(strstr(page, "<abbr"), "its title would be heard as well");
}

Test(html_blocks, keep_the_long_form_of_a_name_beside_it)
{
	struct node *text = paper_text(paper, "The ");

	paper_run(paper, &text->text, "ICB")->expansion = "integrated care board";
	expect_holds(web_page_of(paper), "<abbr title=\"integrated care board\">ICB</abbr>");
}

Test(html_blocks, escape_what_authors_write)
{
	const char *page;

	paper_text(paper, "a < b & <script>alert(1)</script>");
	page = web_page_of(paper);
	expect_holds(page, "a &lt; b &amp; &lt;script&gt;");
	cr_expect_null(strstr(page, "<script>alert"));
}

Test(html_blocks, mark_what_is_still_to_be_written)
{
	struct node *text = paper_text(paper, "Owner: ");

	paper_run(paper, &text->text, "[who?]")->gap = true;
	expect_holds(web_page_of(paper), "<mark class=\"gap\">[who?]</mark>");
}

Test(html_blocks, keep_the_words_of_a_tile_in_one_paragraph)
{
	struct node *section = paper_section(paper, 1, "1", "Waiting"), *tiles, *tile;

	section->anchor = "waits";
	section->label = "Section 1";
	tiles = paper_add(paper, NODE_TILES);
	tiles->columns = 3;
	paper->into = tiles;
	tile = paper_add(paper, NODE_TILE);
	tile->figure = "45%";
	tile->target = section;
	paper_run(paper, &tile->text, "of people");
	expect_holds(web_page_of(paper), "<span class=\"big-number\">45%</span> "
					 "<span class=\"words\">of people</span> "
					 "<a class=\"page\" href=\"#waits\">Section 1</a></p>");
}

Test(html_blocks, nest_contents_by_parts_and_levels)
{
	struct node *contents = paper_add(paper, NODE_CONTENTS);
	const char *list;

	contents->anchor = "contents";
	paper_run(paper, &contents->title, "Contents");
	paper_section(paper, 1, "1", "First")->part = "Part";
	paper_section(paper, 2, "1.1", "Deeper")->part = "Part";
	paper_section(paper, 1, "A", "Outside")->part = "";
	list = web_piece(paper, web_page_of(paper), "<nav", "</nav>");
	cr_expect_eq(web_count(list, "<ol>"), 3, "all entries, those of the part, those below: %s",
		     list);
	cr_expect_eq(web_count(list, "<li"), 4);
	expect_holds(list, "<span class=\"part\">Part</span>");
}

/* Two openers with a list each, in boxes: a screen reader tells them apart by the names of their sections. */
Test(html_blocks, name_a_list_of_a_section_by_the_section_around_its_box)
{
	struct node *section = paper_section(paper, 1, "1", "Waiting"), *contents;
	struct node *outer = paper->into;

	section->anchor = "waits";
	paper->into = section;
	paper->into = paper_add(paper, NODE_GRID);
	paper->into->columns = 1;
	paper->into = paper_add(paper, NODE_CELL);
	contents = paper_add(paper, NODE_CONTENTS);
	contents->anchor = "contents-1";
	contents->local = true;
	paper_run(paper, &contents->title, "In this section");
	paper->into = section;
	paper_section(paper, 2, "1.1", "Deeper");
	paper->into = outer;
	contents->entries = &(struct contents_entry){
		.part = "", .number = "1.1", .title = "Deeper", .target = section->last, .level = 1
	};
	contents->entry_count = 1;
	expect_holds(web_page_of(paper), "<nav class=\"section-contents\" id=\"contents-1\" "
					 "aria-labelledby=\"contents-1.title waits.title\">");
}
