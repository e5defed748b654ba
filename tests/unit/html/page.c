/* The frame of a page, and pages of their own for sections. */

#include "html/page.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/digest.h"
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

TestSuite(html_page, .init = begin, .fini = end);

#define expect_holds(text, what)                                                                   \
	cr_expect_not_null(strstr(text, what), "there is no %s in\n%.3000s", what, text)

/* The policy names the very bytes between the tags. */
static void expect_allowed(const char *page, const char *directive, const char *begin_tag,
			   const char *end_tag)
{
	const char *from = strstr(page, begin_tag), *to;

	cr_assert_not_null(from);
	from += strlen(begin_tag);
	to = strstr(from, end_tag);
	cr_assert_not_null(to);
	expect_holds(page, arena_printf(paper->arena, "%s 'sha256-%s'", directive,
					digest_base64(paper->arena, from, (size_t)(to - from))));
}

Test(html_page, lets_its_own_style_and_script_be_and_nothing_else)
{
	const char *page = web_page_of(paper);

	expect_holds(page, "content=\"default-src 'none'; ");
	expect_allowed(page, "style-src", "<style>", "</style>");
	expect_allowed(page, "script-src", "<script>", "</script>");
	cr_expect_null(strstr(page, " style=\""), "the policy forbids it");
	cr_expect_null(strstr(page, "unsafe"));
}

Test(html_page, tells_language_title_and_date)
{
	const char *page = web_page_of(paper);

	expect_holds(page, "<html lang=\"en-GB\">");
	expect_holds(page, "<title>Title of the report, April 2023 to March 2024</title>");
	expect_holds(page, "<meta name=\"dcterms.issued\" content=\"2025-02-03\"/>");
}

Test(html_page, skips_to_the_main_part_first)
{
	const char *page = web_page_of(paper);
	const char *body = strstr(page, "<body"), *link;

	cr_assert_not_null(body);
	link = strstr(body, "<a ");
	cr_assert_not_null(link);
	cr_expect_eq(strncmp(link, "<a class=\"skip\" href=\"#page.main\">", 34), 0, "%.60s", link);
	expect_holds(page, "<main id=\"page.main\"");
}

Test(html_page, says_above_and_below_that_it_must_not_be_published)
{
	struct html_job job = web_job_of(paper);
	struct buffer page;

	job.warning = "Keep this to yourself";
	buffer_init(&page);
	html_write_document(&job, &page);
	expect_holds(buffer_text(&page), "<title>Keep this to yourself: ");
	cr_expect_eq(web_count(buffer_text(&page), ">Keep this to yourself</p>"), 2);
	buffer_clear(&page);
}

/* Browsers differ in whether they print margins: the words stand there and across every sheet. */
Test(html_page, says_so_on_every_printed_sheet)
{
	struct html_job job = web_job_of(paper);
	struct buffer page;

	job.warning = "Keep this to yourself";
	buffer_init(&page);
	html_write_document(&job, &page);
	expect_holds(buffer_text(&page), "@page{@top-center{");
	expect_holds(buffer_text(&page),
		     "@media print{body::after{content:\"Keep this to yourself\";position:fixed;");
	buffer_clear(&page);
	cr_expect_null(strstr(web_page_of(paper), "body::after"));
}

Test(html_page, carries_only_the_characters_that_it_shows)
{
	const char *plain = web_page_of(paper), *more;

	paper_text(paper, "\xc3\x86\xc3\x90\xc3\x9e\xc5\x92\xc7\xbc");
	more = web_page_of(paper);
	cr_expect_eq(web_count(plain, "@font-face"), web_count(more, "@font-face"));
	cr_expect_gt(strlen(more), strlen(plain) + 400);
	cr_expect_lt(strlen(plain), 400 * 1024, "whole fonts have ten times that");
}

Test(html_page, carries_slanted_letters_when_there_are_slanted_words)
{
	struct node *text = paper_text(paper, "Word ");

	cr_expect_eq(web_count(web_page_of(paper), "font-style:italic"), 0);
	paper_run(paper, &text->text, "slanted")->emphasis = true;
	cr_expect_eq(web_count(web_page_of(paper), "font-style:italic"), 1);
}

/* -- in pages ----------------------------------------------------------------------------------- */

static const char *file_named(struct html_file *files, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(files[i].name, name) == 0)
			return buffer_text(&files[i].bytes);
	cr_assert_fail("there is no %s", name);
	return "";
}

static void free_files(struct html_file *files, size_t count)
{
	for (size_t i = 0; i < count; i++)
		buffer_clear(&files[i].bytes);
}

Test(html_page, is_one_for_every_outermost_section)
{
	struct node *first = paper_section(paper, 1, "1", "First"), *second, *text;
	struct html_file *files;
	struct html_job job;
	const char *page;
	size_t count;

	first->anchor = "first";
	second = paper_section(paper, 1, "2", "Second");
	second->anchor = "index";
	paper->into = first;
	text = paper_text(paper, "See ");
	paper_run(paper, &text->text, "there")->target = second;
	job = web_job_of(paper);
	files = html_write_pages(&job, &count);
	cr_expect_eq(count, 5, "three pages, style and script");
	page = file_named(files, count, "first.html");
	expect_holds(page, "href=\"index-section.html#index\">there</a>");
	expect_holds(web_piece(paper, page, "<h1", "</h1>"), "First");
	expect_holds(page, "rel=\"prev\" href=\"index.html\"");
	expect_holds(page, "rel=\"next\" href=\"index-section.html\"");
	expect_holds(page, "href=\"#first\" aria-current=\"page\"");
	expect_holds(page, "<link rel=\"stylesheet\" href=\"style.css\"/>");
	expect_holds(file_named(files, count, "index.html"),
		     "<h1>Title of the report, April 2023 to March 2024</h1>");
	free_files(files, count);
}
