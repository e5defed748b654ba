/* Tagged PDF files, seen by qpdf. */

#include "pdf/finish.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "support/pdf_paper.h"

static void check_has(const char *text, const char *words)
{
	cr_assert_not_null(text, "there is no object to look for \"%s\" in", words);
	cr_expect_not_null(strstr(text, words), "no \"%s\" in:\n%s", words, text);
}

static void check_lacks(const char *text, const char *words)
{
	cr_assert_not_null(text);
	cr_expect_null(strstr(text, words), "\"%s\" in:\n%s", words, text);
}

/* How often the words occur. */
static size_t count(const char *text, const char *words)
{
	size_t found = 0;

	for (; (text = strstr(text, words)) != NULL; text++)
		found++;
	return found;
}

/* -- structure ---------------------------------------------------------------------------------- */

/* On page 1 runs of two paragraphs and a rule between them, on page 2 the rest of the second. */
static struct pdf_paper *two_paragraphs(void)
{
	struct pdf_paper *paper = pdf_paper_new();
	int first = job_element(paper, STRUCTURE_PARAGRAPH, 0);
	int second = job_element(paper, STRUCTURE_PARAGRAPH, 0);

	job_draw(paper, 0, first);
	job_draw(paper, 0, ARTIFACT_LAYOUT);
	job_draw(paper, 0, second);
	job_draw(paper, 1, second);
	return paper;
}

Test(finish, marks_every_run_with_its_element_or_as_an_artifact)
{
	struct pdf_paper *paper = two_paragraphs();
	const char *text = job_finished(paper);
	const char *rule = strstr(text, "/Artifact <</Type /Layout>> BDC");

	check_has(text, "/P <</MCID 0>> BDC");
	check_has(text, "/P <</MCID 1>> BDC");
	cr_assert_not_null(rule);
	cr_expect_lt(strstr(text, "/P <</MCID 0>> BDC"), rule);
	cr_expect_gt(strstr(text, "/P <</MCID 1>> BDC"), rule);
	cr_expect_eq(count(text, "/P <</MCID 0>> BDC"), 2);
	pdf_paper_free(paper);
}

Test(finish, keeps_an_element_that_runs_over_two_pages_one_element)
{
	struct pdf_paper *paper = two_paragraphs();
	const char *text = job_finished(paper);

	cr_expect_eq(count(text, "/S /P\n"), 2);
	check_has(object_with(paper, text, "/S /P\n", 0), "/K [\n    0\n  ]");
	check_has(object_with(paper, text, "/S /P\n", 1), "/K [\n    1\n    <<\n      /MCID 0\n");
	pdf_paper_free(paper);
}

Test(finish, tells_of_what_kind_an_artifact_is)
{
	struct pdf_paper *paper = two_paragraphs();
	const char *text;

	job_draw(paper, 0, ARTIFACT_HEADER);
	job_draw(paper, 0, ARTIFACT_FOOTER);
	job_draw(paper, 0, ARTIFACT_REPEATED);
	job_draw(paper, 0, ARTIFACT_BACKGROUND);
	text = job_finished(paper);
	check_has(text, "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC");
	check_has(text, "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC");
	check_has(text, "/Artifact <</Type /Pagination>> BDC");
	/* The seventh run: 120 from the left, and 50 to 60 from the top of 400. */
	check_has(text, "/Artifact <</Type /Background /BBox [120.00 340.00 130.00 350.00]>> BDC");
	pdf_paper_free(paper);
}

/* Words before a link, the link, words behind it: drawn in this order, the link with an area of its own. */
Test(finish, puts_elements_between_the_words_around_them)
{
	struct pdf_paper *paper = pdf_paper_new();
	int words = job_element(paper, STRUCTURE_PARAGRAPH, 0);
	int link = job_element(paper, STRUCTURE_LINK, words);
	const char *text, *paragraph, *kid;

	job_draw(paper, 0, words);
	job_draw(paper, 0, link);
	job_draw(paper, 0, words);
	job_lead(paper, 0, link, "https://example.org/a b", "the board");
	text = job_finished(paper);
	paragraph = object_with(paper, text, "/S /P\n", 0);
	check_has(paragraph, "/K [\n    0\n");
	kid = strstr(paragraph, "/K [\n    0\n") + strlen("/K [\n    0\n");
	cr_expect_not_null(strstr(kid, " 0 R\n    2\n  ]"), "%s", kid);
	check_has(object_with(paper, text, "/S /Link\n", 0), "/Type /OBJR");
	check_has(object_with(paper, text, "/Subtype /Link", 0), "/Contents (the board)");
	check_has(object_with(paper, text, "/Subtype /Link", 0),
		  "/URI (https://example.org/a%20b)");
	check_has(object_with(paper, text, "/Subtype /Link", 0), "/F 4\n");
	check_has(object_with(paper, text, "/Subtype /Link", 0), "/StructParent 2\n");
	/* 30, 40 from the top left, 50 wide and 60 high, on a page of 400. */
	check_has(object_with(paper, text, "/Subtype /Link", 0),
		  "/Rect [\n    30.00\n    300.00\n    80.00\n    360.00\n  ]");
	pdf_paper_free(paper);
}

Test(finish, leaves_out_elements_that_nothing_is_drawn_of)
{
	struct pdf_paper *paper = two_paragraphs();
	int section = job_element(paper, STRUCTURE_SECTION, 0);

	job_element(paper, STRUCTURE_HEADING, section);
	check_lacks(job_finished(paper), "/S /Sect");
	pdf_paper_free(paper);
}

/* -- attributes --------------------------------------------------------------------------------- */

static int cell(struct pdf_paper *paper, enum structure_type type, int row, bool drawn)
{
	int element = job_element(paper, type, row);

	if (drawn)
		job_draw(paper, 0, element);
	return element;
}

Test(finish, sums_up_a_table_without_caption_by_its_name)
{
	struct pdf_paper *paper = pdf_paper_new();
	int named = job_element(paper, STRUCTURE_TABLE, 0);
	int captioned = job_element(paper, STRUCTURE_TABLE, 0);
	const char *text;

	job_facts(paper, named)->summary = "Waiting: What we did";
	cell(paper, STRUCTURE_DATA_CELL, job_element(paper, STRUCTURE_TABLE_ROW, named), true);
	cell(paper, STRUCTURE_DATA_CELL, job_element(paper, STRUCTURE_TABLE_ROW, captioned), true);
	text = job_finished(paper);
	check_has(object_with(paper, text, "/S /Table\n", 0), "/Summary (Waiting: What we did)");
	check_lacks(object_with(paper, text, "/S /Table\n", 1), "/Summary");
	pdf_paper_free(paper);
}

Test(finish, tells_what_cells_of_a_table_are_headed_by)
{
	struct pdf_paper *paper = pdf_paper_new();
	int table = job_element(paper, STRUCTURE_TABLE, 0), *headers;
	int row = job_element(paper, STRUCTURE_TABLE_ROW, table);
	int column = cell(paper, STRUCTURE_HEADER_CELL, row, true), group;
	const char *text;

	job_facts(paper, column)->scope = SCOPE_COLUMN;
	row = job_element(paper, STRUCTURE_TABLE_ROW, table);
	group = cell(paper, STRUCTURE_HEADER_CELL, row, true);
	job_facts(paper, group)->scope = SCOPE_ROW;
	job_facts(paper, group)->columns = 3;
	job_facts(paper, group)->rows = 2;
	headers = arena_array(paper->arena, 2, sizeof(*headers));
	headers[0] = column;
	headers[1] = group;
	job_facts(paper, cell(paper, STRUCTURE_DATA_CELL, row, true))->headers = headers;
	job_facts(paper, group + 1)->header_count = 2;
	text = job_finished(paper);
	check_has(object_with(paper, text, "/S /TH\n", 0), "/Scope /Column");
	check_lacks(object_with(paper, text, "/S /TH\n", 0), "/ColSpan");
	check_has(object_with(paper, text, "/S /TH\n", 1), "/Scope /Row");
	check_has(object_with(paper, text, "/S /TH\n", 1), "/ColSpan 3");
	check_has(object_with(paper, text, "/S /TH\n", 1), "/RowSpan 2");
	check_has(object_with(paper, text, "/S /TH\n", 0), "/ID (e0000003)");
	check_has(object_with(paper, text, "/S /TH\n", 1), "/ID (e0000005)");
	check_has(object_with(paper, text, "/S /TD\n", 0),
		  "/Headers [\n      (e0000003)\n      (e0000005)\n    ]");
	check_has(object_with(paper, text, "/Limits [\n    (e0000003)\n    (e0000005)\n", 0),
		  "/Names");
	pdf_paper_free(paper);
}

Test(finish, keeps_empty_cells_of_rows_that_have_others)
{
	struct pdf_paper *paper = pdf_paper_new();
	int table = job_element(paper, STRUCTURE_TABLE, 0);
	int row = job_element(paper, STRUCTURE_TABLE_ROW, table);

	cell(paper, STRUCTURE_DATA_CELL, row, false);
	cell(paper, STRUCTURE_DATA_CELL, row, true);
	cell(paper, STRUCTURE_DATA_CELL, row, false);
	cr_expect_eq(count(job_finished(paper), "/S /TD\n"), 3);
	pdf_paper_free(paper);
}

Test(finish, says_the_text_language_and_place_of_a_figure)
{
	struct pdf_paper *paper = pdf_paper_new();
	int figure = job_element(paper, STRUCTURE_FIGURE, 0);
	const char *text;

	job_facts(paper, figure)->alternative = "Bars: a (b) \\ c";
	job_facts(paper, figure)->language = "cy";
	job_draw(paper, 0, ARTIFACT_LAYOUT);
	job_draw(paper, 0, figure);
	job_draw(paper, 0, ARTIFACT_LAYOUT);
	job_draw(paper, 0, figure);
	text = job_finished(paper);
	check_has(object_with(paper, text, "/S /Figure\n", 0), "/Alt (Bars: a \\(b\\) \\\\ c)");
	check_has(object_with(paper, text, "/S /Figure\n", 0), "/Lang (cy)");
	/* Runs at 20 and 60 from the left, 50 from the top, 10 wide and high; the page is 400 high. */
	check_has(object_with(paper, text, "/S /Figure\n", 0),
		  "/BBox [\n      20.00\n      340.00\n      70.00\n      350.00\n    ]");
	pdf_paper_free(paper);
}

Test(finish, says_how_lists_count_and_what_stands_for_words)
{
	struct pdf_paper *paper = pdf_paper_new();
	int list = job_element(paper, STRUCTURE_LIST, 0);
	int item = job_element(paper, STRUCTURE_LIST_ITEM, list);
	int body = job_element(paper, STRUCTURE_LIST_BODY, item);
	int span = job_element(paper, STRUCTURE_SPAN, body);
	int note = job_element(paper, STRUCTURE_NOTE, 0);
	const char *text;

	job_facts(paper, list)->numbering = NUMBERING_DECIMAL;
	job_facts(paper, span)->expansion = "integrated care board";
	job_facts(paper, span)->replacement = "I C B";
	job_draw(paper, 0, span);
	job_draw(paper, 0, note);
	text = job_finished(paper);
	check_has(object_with(paper, text, "/S /L\n", 0), "/ListNumbering /Decimal");
	check_has(object_with(paper, text, "/S /Span\n", 0), "/E (integrated care board)");
	check_has(object_with(paper, text, "/S /Span\n", 0), "/ActualText (I C B)");
	check_has(object_with(paper, text, "/S /Note\n", 0), "/ID (e");
	pdf_paper_free(paper);
}

/* -- what a reader shows beside the pages ------------------------------------------------------- */

Test(finish, leads_to_places_by_their_names)
{
	struct pdf_paper *paper = two_paragraphs();
	int link = job_element(paper, STRUCTURE_LINK, 0);
	const char *text;

	job_draw(paper, 0, link);
	job_lead(paper, 0, link, "#a(b", "Figure 1");
	job_place(paper, 1, "a(b");
	job_place(paper, 0, "a(b");
	job_outline(paper, 1, "First", "a(b");
	job_outline(paper, 2, "Within", "a(b");
	job_outline(paper, 1, "Second", "a(b");
	text = job_finished(paper);
	check_has(object_with(paper, text, "/Subtype /Link", 0), "/Dest (a%28b)");
	/* 70 from the left and 80 from the top, of the place that came first. */
	check_has(text, "/Names [\n    (a%28b)\n    [\n");
	check_has(text, "/XYZ\n      70.00\n      320.00\n      null\n");
	check_has(object_with(paper, text, "/Type /Outlines", 0), "/Count 2\n");
	check_has(object_with(paper, text, "/Title (First)", 0), "/Count -1\n");
	check_has(object_with(paper, text, "/Title (First)", 0), "/Next ");
	check_lacks(object_with(paper, text, "/Title (Second)", 0), "/Count");
	pdf_paper_free(paper);
}

Test(finish, says_what_document_it_is_in_two_ways_that_agree)
{
	struct pdf_paper *paper = two_paragraphs();
	const char *text;

	paper->pages.properties = (struct document_properties){ .title = "Caf\xc3\xa9 & <1>",
								.author = "The board",
								.subject = "What it is about",
								.keywords = "one, two words",
								.language = "en-GB",
								.rights = "Open licence",
								.published = { 2025, 2, 3 } };
	text = job_finished(paper);
	check_has(text, "<pdfuaid:part>1</pdfuaid:part>");
	check_lacks(text, "pdfaid:part");
	check_has(text, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Caf\xc3\xa9 &amp; "
			"&lt;1&gt;</rdf:li></rdf:Alt></dc:title>");
	check_has(text, "<dc:creator><rdf:Seq><rdf:li>The board</rdf:li>");
	check_has(text, ">What it is about</rdf:li></rdf:Alt></dc:description>");
	check_has(text, "<dc:subject><rdf:Bag><rdf:li>one</rdf:li><rdf:li>two words</rdf:li>");
	check_has(text, "<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li>");
	check_has(text, ">Open licence</rdf:li></rdf:Alt></dc:rights>");
	check_has(text, "<dc:date><rdf:Seq><rdf:li>2025-02-03</rdf:li>");
	check_has(text, "<xmp:CreateDate>2025-02-03T00:00:00Z</xmp:CreateDate>");
	check_has(text, "/CreationDate (D:20250203000000Z)");
	check_has(text, "/Author (The board)");
	check_has(text, "/Keywords (one, two words)");
	check_has(text, "/DisplayDocTitle true");
	check_has(text, "/Marked true");
	check_has(text, "/Lang (en-GB)");
	check_lacks(text, "/Suspects");
	cr_expect_eq(count(text, "/Tabs /S"), 2);
	pdf_paper_free(paper);
}

/* 1 January 1970 and 86,399 seconds, whatever the day of publication. */
Test(finish, was_made_when_the_source_is_said_to_be_from)
{
	struct pdf_paper *paper = two_paragraphs();
	const char *text;

	paper->pages.properties.published = (struct date){ 2025, 2, 3 };
	paper->pages.properties.made = (struct made_at){ true, 86399 };
	text = job_finished(paper);
	check_has(text, "/ModDate (D:19700101235959Z)");
	check_has(text, "<xmp:ModifyDate>1970-01-01T23:59:59Z</xmp:ModifyDate>");
	check_has(text, "<dc:date><rdf:Seq><rdf:li>2025-02-03</rdf:li>");
	pdf_paper_free(paper);
}

/* -- archives ----------------------------------------------------------------------------------- */

Test(finish, holds_files_and_the_meaning_of_colours_for_archives)
{
	struct pdf_paper *paper = two_paragraphs();
	const struct pages_attachment attachments[] = {
		{ "b.csv", "text/csv", "Table 1", "x,y\r\n", 5, 2 },
		{ "a.csv", "text/csv", "All", "z\r\n", 3, 0 },
	};
	const char *text;

	paper->pages.archive = (struct pages_archive){ "profile", 7, attachments, 2 };
	text = job_finished(paper);
	check_has(text, "<pdfaid:part>3</pdfaid:part>");
	check_has(text, "<pdfaid:conformance>A</pdfaid:conformance>");
	check_has(text, "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>");
	check_has(text, "/S /GTS_PDFA1");
	check_has(text, "\nstream\nprofile\nendstream");
	check_has(text, "\nstream\nx,y\r\nendstream");
	check_has(object_with(paper, text, "/UF (b.csv)", 0), "/AFRelationship /Data");
	check_has(object_with(paper, text, "/UF (b.csv)", 0), "/Desc (Table 1)");
	check_has(object_with(paper, text, "/Type /EmbeddedFile", 0), "/Subtype /text#2fcsv");
	check_has(object_with(paper, text, "/S /P\n", 1), "/AF [");
	check_lacks(object_with(paper, text, "/S /P\n", 0), "/AF");
	check_lacks(object_with(paper, text, "/S /Document", 0), "/AF");
	check_has(object_with(paper, text, "/Type /Catalog", 0), "/AF [");
	check_has(object_with(paper, text, "/Names [\n    (a.csv)", 0), "    (b.csv)");
	pdf_paper_free(paper);
}

Test(finish, holds_no_files_when_it_is_not_for_archives)
{
	struct pdf_paper *paper = two_paragraphs();
	const struct pages_attachment attachment = { "b.csv", "text/csv", "Table 1", "x", 1, 1 };
	const char *text;

	paper->pages.archive = (struct pages_archive){ NULL, 0, &attachment, 1 };
	text = job_finished(paper);
	check_lacks(text, "EmbeddedFile");
	check_lacks(text, "/AF");
	check_lacks(text, "OutputIntent");
	pdf_paper_free(paper);
}

/* -- faults ------------------------------------------------------------------------------------- */

static void check_refused(struct pdf_paper *paper, struct pdf_slice drawn, enum diag_code code,
			  const char *words)
{
	struct buffer out;

	buffer_init(&out);
	cr_expect(!job_finish(paper, drawn, &out));
	cr_expect_eq(out.length, 0);
	cr_assert_eq(diag_count(paper->diags), 1);
	cr_expect_eq(diag_at(paper->diags, 0)->code, code);
	check_has(diag_at(paper->diags, 0)->detail, words);
	buffer_clear(&out);
	pdf_paper_free(paper);
}

Test(finish, refuses_links_without_words)
{
	struct pdf_paper *paper = two_paragraphs();
	int link = job_element(paper, STRUCTURE_LINK, 0);

	job_draw(paper, 0, link);
	job_lead(paper, 0, link, "https://example.org", "");
	check_refused(paper, job_drawn(paper), DIAG_PDF_LINK, "https://example.org");
}

Test(finish, refuses_links_to_places_that_are_not_there_and_names_the_line)
{
	struct pdf_paper *paper = two_paragraphs();
	int link = job_element(paper, STRUCTURE_LINK, 0);

	job_facts(paper, link)->at = (struct location){ "report.xml", 7, 3 };
	job_draw(paper, 0, link);
	job_lead(paper, 0, link, "#nowhere", "Figure 1");
	job_place(paper, 0, "elsewhere");
	check_refused(paper, job_drawn(paper), DIAG_PDF_LINK, "nowhere");
}

Test(finish, refuses_an_outline_that_leads_nowhere)
{
	struct pdf_paper *paper = two_paragraphs();

	job_outline(paper, 1, "First", "nowhere");
	check_refused(paper, job_drawn(paper), DIAG_PDF_LINK, "nowhere");
}

Test(finish, refuses_links_that_no_element_holds)
{
	struct pdf_paper *paper = two_paragraphs();

	job_lead(paper, 1, 1, "https://example.org", "words");
	check_refused(paper, job_drawn(paper), DIAG_PDF_UNMARKED, "page 2: ");
}

Test(finish, refuses_runs_of_elements_that_are_not_there)
{
	struct pdf_paper *paper = two_paragraphs();

	job_draw(paper, 0, 99);
	check_refused(paper, job_drawn(paper), DIAG_PDF_UNMARKED, "page 1: ");
}

Test(finish, refuses_pages_with_other_runs_than_were_told)
{
	struct pdf_paper *paper = two_paragraphs();
	struct pdf_slice drawn = job_drawn(paper);

	job_draw(paper, 1, 1);
	check_refused(paper, drawn, DIAG_PDF_UNMARKED, "page 2: ");
}

Test(finish, refuses_what_is_no_pdf)
{
	check_refused(two_paragraphs(), pdf_text("%PDF-1.5\n"), DIAG_PDF_UNMARKED, "");
}

Test(finish, has_the_same_bytes_every_time)
{
	struct pdf_paper *paper = two_paragraphs();
	struct buffer first, second;

	buffer_init(&first);
	buffer_init(&second);
	cr_assert(job_finish(paper, job_drawn(paper), &first));
	cr_assert(job_finish(paper, job_drawn(paper), &second));
	cr_expect_eq(first.length, second.length);
	cr_expect_eq(memcmp(first.bytes, second.bytes, first.length), 0);
	buffer_clear(&first);
	buffer_clear(&second);
	pdf_paper_free(paper);
}
