/* Reports as PDF, seen by poppler and qpdf. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "scene/image.h"
#include "support/pages_device.h"

#define CHECK                                                                                      \
	(const char *const[])                                                                      \
	{                                                                                          \
		"qpdf", "--check", NULL                                                            \
	}
#define INFO                                                                                       \
	(const char *const[])                                                                      \
	{                                                                                          \
		"pdfinfo", "-isodates", NULL                                                       \
	}
#define WORDS                                                                                      \
	(const char *const[])                                                                      \
	{                                                                                          \
		"pdftotext", NULL                                                                  \
	}

static struct made_file pdf_of(struct paper *paper)
{
	paper_lay_out(paper);
	return make_pages(paper->arena, &device_pdf, paper->pages);
}

/* Every text stands behind the one before. */
static void check_order(const char *all, const char *const *texts)
{
	const char *from = all;

	for (; *texts != NULL; texts++) {
		const char *found = strstr(from, *texts);

		cr_assert_not_null(found, "\"%s\" is not there, or not in its place:\n%s", *texts,
				   all);
		from = found + strlen(*texts);
	}
}

static void check_has(const char *all, const char *text)
{
	cr_expect_not_null(strstr(all, text), "no \"%s\" in:\n%s", text, all);
}

/* -- words ------------------------------------------------------------------------------------ */

Test(pdf, gives_its_words_back_in_reading_order)
{
	struct paper *paper = paper_new("annual-report-a4");

	paper->into = paper_section(paper, 2, "1", "First heading");
	paper_text(paper, "First paragraph.");
	paper_list(paper, false, "item", 2);
	paper_table(paper, "table", 2, 3);
	paper_figure(paper, "bars", 0);
	paper_text(paper, "Last paragraph.");
	check_order(said_of(paper->arena, pdf_of(paper), WORDS, true, NULL),
		    (const char *const[]){ "First heading", "First paragraph.", "item 1", "item 2",
					   "table title", "table 1/1", "table 2/1", "table source",
					   "bars title", "bars source", "Last paragraph.", NULL });
	paper_free(paper);
}

Test(pdf, gives_back_every_character_as_it_was_written)
{
	static const char words[] = "Office \xe2\x80\x9c"
				    "fluffy\xe2\x80\x9d \xe2\x80\x94 \xc2\xa3"
				    "5 \xe2\x88\x92"
				    "3 na\xc3\xafve \xe2\x89\xa5 18 "
				    "caf\xc3\xa9 <&> 0123456789 (\\)";
	for (size_t i = 0; i < LOOKS; i++) {
		struct paper *paper = paper_new(look_names[i]);
		struct node *text = paper_text(paper, words);

		paper_run(paper, &text->text, " strong")->strong = true;
		paper_run(paper, &text->text, " slanted")->emphasis = true;
		check_has(said_of(paper->arena, pdf_of(paper), WORDS, true, NULL),
			  arena_printf(paper->arena, "%s",
				       "\xe2\x80\x9c"
				       "fluffy\xe2\x80\x9d \xe2\x80\x94 \xc2\xa3"
				       "5 \xe2\x88\x92"
				       "3 na\xc3\xafve"));
		check_has(said_of(paper->arena, pdf_of(paper),
				  (const char *const[]){ "pdftotext", "-layout", NULL }, true,
				  NULL),
			  "Office");
		check_has(said_of(paper->arena, pdf_of(paper), WORDS, true, NULL), "0123456789");
		paper_free(paper);
	}
}

/* Columns "emb", "sub" and "uni" of pdffonts: embedded, in part, with a map to characters. */
Test(pdf, embeds_every_font_and_says_what_its_letters_are)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *text = paper_text(paper, "plain ");
	char *said;
	size_t fonts = 0;

	paper_run(paper, &text->text, "strong")->strong = true;
	paper_run(paper, &text->text, " slanted \xe2\x89\xa5")->emphasis = true;
	paper_section(paper, 1, "1", "Heading");
	said = arena_strdup(paper->arena,
			    said_of(paper->arena, pdf_of(paper),
				    (const char *const[]){ "pdffonts", NULL }, false, NULL));
	strtok(said, "\n");
	strtok(NULL, "\n");
	for (char *line = strtok(NULL, "\n"); line != NULL; line = strtok(NULL, "\n"), fonts++) {
		cr_expect_not_null(strstr(line, " yes yes yes "), "%s", line);
		cr_expect_not_null(strstr(line, "+Inter"), "%s", line);
	}
	cr_expect_geq(fonts, 4);
	paper_free(paper);
}

/* -- what a reader shows beside the pages ------------------------------------------------------- */

Test(pdf, says_title_author_subject_keywords_and_date)
{
	struct paper *paper = paper_new("annual-report-a4");
	const char *said;

	paper->document.title = "Caf\xc3\xa9 (1) \\ 'two'";
	paper->document.publisher = "Vale <Test> & Board";
	paper_text(paper, "words");
	said = said_of(paper->arena, pdf_of(paper), INFO, false, NULL);
	check_has(said, "Title:           Caf\xc3\xa9 (1) \\ 'two'\n");
	check_has(said, "Author:          Vale <Test> & Board\n");
	check_has(said, "Subject:         What it is about\n");
	check_has(said, "Keywords:        one, two\n");
	check_has(said, "CreationDate:    2025-02-03T00:00:00Z\n");
	check_has(said, "Pages:           1\n");
	check_has(said, "(A4)\n");
	paper_free(paper);
}

Test(pdf, has_the_same_date_on_every_day_when_the_report_has_none)
{
	struct paper *paper = paper_new("annual-report-a4");

	paper->document.date = (struct date){ 0 };
	paper_text(paper, "words");
	check_has(said_of(paper->arena, pdf_of(paper), INFO, false, NULL),
		  "CreationDate:    2000-01-01T00:00:00Z\n");
	paper_free(paper);
}

static struct node *section_in(struct paper *paper, struct node *parent, unsigned level,
			       const char *number, const char *title)
{
	paper->into = parent;
	paper->into = paper_section(paper, level, number, title);
	paper_text(paper, "Some words.");
	return paper->into;
}

Test(pdf, has_an_outline_of_its_sections_as_deep_as_they_are)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *root = paper->into, *first;
	const char *said;

	first = section_in(paper, root, 1, "1", "First (caf\xc3\xa9)");
	section_in(paper, section_in(paper, first, 2, "1.1", "Within"), 3, "", "Deeper");
	section_in(paper, root, 1, "2", "Second");
	said = said_of(paper->arena, pdf_of(paper),
		       (const char *const[]){ "qpdf", "--json=1", "--json-key=outlines", NULL },
		       false, NULL);
	/* An entry ends with its title, behind the entries within it. */
	check_order(said, (const char *const[]){
				  "\"kids\": [", "\"kids\": [", "\"kids\": []",
				  "\"title\": \"Deeper\"", "]", "\"title\": \"1.1 Within\"", "]",
				  "\"title\": \"1 First (caf\xc3\xa9)\"", "\"destpageposfrom1\": 2",
				  "\"kids\": []", "\"title\": \"2 Second\"", NULL });
	paper_free(paper);
}

/* -- links ------------------------------------------------------------------------------------ */

static void add_link(struct paper *paper, const char *address)
{
	struct node *text = paper_text(paper, "See ");

	paper_run(paper, &text->text, "there")->href = address;
}

Test(pdf, leads_to_addresses_and_places)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *root = paper->into, *first = section_in(paper, root, 1, "1", "First"), *text;
	struct made_file file;
	const char *said;

	paper->into = root;
	section_in(paper, root, 1, "2", "Second");
	text = paper_text(paper, "See ");
	paper_run(paper, &text->text, "the first")->target = first;
	add_link(paper, "https://example.org/?a=1&b=2");
	add_link(paper, "mailto:board@example.org");
	file = pdf_of(paper);
	said = said_of(paper->arena, file,
		       (const char *const[]){ "qpdf", "--json=1", "--json-key=objects", NULL },
		       false, NULL);
	check_has(said, "\"/URI\": \"https://example.org/?a=1&b=2\"");
	check_has(said, "\"/URI\": \"mailto:board@example.org\"");
	check_has(said, "\"/Dest\": \"section-1-First\"");
	said = said_of(paper->arena, file, (const char *const[]){ "pdfinfo", "-dests", NULL },
		       false, NULL);
	check_order(said, (const char *const[]){ "   1 [", "\"section-1-First\"", "   2 [",
						 "\"section-2-Second\"", NULL });
	paper_free(paper);
}

/* Round brackets end a string of PDF, and other characters have no place in an address. */
Test(pdf, is_whole_whatever_addresses_hold)
{
	static const char *const addresses[][2] = {
		{ "https://example.org/a)b(c", "https://example.org/a%29b%28c" },
		{ "https://example.org/a\\b", "https://example.org/a%5Cb" },
		{ "https://example.org/it's \"so\"", "https://example.org/it%27s%20%22so%22" },
		{ "https://example.org/caf\xc3\xa9", "https://example.org/caf%C3%A9" },
		{ "https://example.org/100%25#part", "https://example.org/100%25#part" },
	};

	for (size_t i = 0; i < sizeof(addresses) / sizeof(addresses[0]); i++) {
		struct paper *paper = paper_new("annual-report-a4");
		struct made_file file;

		add_link(paper, addresses[i][0]);
		file = pdf_of(paper);
		said_of(paper->arena, file, CHECK, false, NULL);
		check_has(said_of(paper->arena, file,
				  (const char *const[]){ "qpdf", "--json=1", "--json-key=objects",
							 NULL },
				  false, NULL),
			  arena_printf(paper->arena, "\"/URI\": \"%s\"", addresses[i][1]));
		paper_free(paper);
	}
}

Test(pdf, is_whole_whatever_places_are_called)
{
	static const char *const names[] = { "a)b(c",       "it's",       "back\\slash",
					     "caf\xc3\xa9", "with blank", "%41" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct paper *paper = paper_new("annual-report-a4");
		struct node *section = paper_section(paper, 1, "1", "First"), *text;
		struct made_file file;

		section->anchor = names[i];
		text = paper_text(paper, "See ");
		paper_run(paper, &text->text, "there")->target = section;
		file = pdf_of(paper);
		said_of(paper->arena, file, CHECK, false, NULL);
		check_has(said_of(paper->arena, file,
				  (const char *const[]){ "qpdf", "--json=1", "--json-key=outlines",
							 NULL },
				  false, NULL),
			  "\"destpageposfrom1\": 1");
		paper_free(paper);
	}
}

/* -- the file --------------------------------------------------------------------------------- */

static void everything(struct paper *paper)
{
	struct node *text;

	paper->document.has_cover = true;
	paper_add(paper, NODE_CONTENTS)->anchor = "contents";
	paper->into = paper_section(paper, 1, "1", "First");
	text = paper_text(paper, "Words");
	paper_note(paper, &text->text, "A footnote.");
	paper_page_reference(paper, &text->text, " on page ", paper->into);
	paper_table(paper, "table", 60, 4);
	paper_figure(paper, "bars", 0);
	paper_table_of(paper, paper_table(paper, "wide", 3, 3))->landscape = true;
	add_link(paper, "https://example.org");
}

Test(pdf, is_whole_in_the_eyes_of_a_strict_reader)
{
	for (size_t i = 0; i < LOOKS; i++) {
		struct paper *paper = paper_new(look_names[i]);
		const char *said;

		everything(paper);
		said = said_of(paper->arena, pdf_of(paper), CHECK, false, NULL);
		check_has(said, "No syntax or stream encoding errors found");
		cr_expect_null(strstr(said, "WARNING"), "%s", said);
		paper_free(paper);
	}
}

Test(pdf, has_the_same_bytes_every_time)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct made_file first;

	everything(paper);
	first = pdf_of(paper);
	cr_expect(same_bytes(first, pdf_of(paper)));
	cr_expect(same_bytes(first, make_pages(paper->arena, &device_pdf, paper->pages)));
	paper_free(paper);
}

Test(pdf, turns_pages_that_are_on_their_side)
{
	struct paper *paper = paper_new("annual-report-a4");
	const char *said;

	paper_text(paper, "upright");
	paper_table_of(paper, paper_table(paper, "wide", 3, 3))->landscape = true;
	said = said_of(paper->arena, pdf_of(paper),
		       (const char *const[]){ "pdfinfo", "-l", "9", NULL }, false, NULL);
	check_has(said, "Page    1 size:  595.276 x 841.89 pts (A4)");
	check_has(said, "Page    2 size:  841.89 x 595.276 pts (A4)");
	paper_free(paper);
}

/* -- tags ------------------------------------------------------------------------------------- */

#define TAGS                                                                                       \
	(const char *const[])                                                                      \
	{                                                                                          \
		"pdfinfo", "-struct-text", NULL                                                    \
	}

Test(pdf, says_what_its_words_are)
{
	struct paper *paper = paper_new("annual-report-a4");

	paper->into = paper_section(paper, 1, "1", "First heading");
	paper_text(paper, "First paragraph.");
	paper_list(paper, true, "item", 2);
	paper_table(paper, "table", 1, 2);
	paper_figure(paper, "bars", 0);
	check_order(said_of(paper->arena, pdf_of(paper), TAGS, false, NULL),
		    (const char *const[]){ "Document",
					   "Sect",
					   "H2",
					   "First heading",
					   "P (block)",
					   "First paragraph.",
					   "L (block)",
					   "Decimal",
					   "LI",
					   "Lbl",
					   "1.",
					   "LBody",
					   "item 1",
					   "Table",
					   "TR",
					   "TH",
					   "table head 1",
					   "/Scope /Column",
					   "TD",
					   "table 1/2",
					   "Figure",
					   "/BBox",
					   NULL });
	paper_free(paper);
}

/* Images are painted, and what was drawn before one on its page must stay. */
Test(pdf, keeps_what_was_drawn_before_an_image)
{
	static const unsigned char dot[] = {
		0x89, 'P',  'N',  'G',  '\r', '\n', 0x1a, '\n', 0,   0,    0,    13,   'I',  'H',
		'D',  'R',  0,    0,    0,    1,    0,    0,    0,   1,    8,    2,    0,    0,
		0,    0x90, 0x77, 0x53, 0xde, 0,    0,    0,    12,  'I',  'D',  'A',  'T',  8,
		0xd7, 0x63, 0xf8, 0xcf, 0xc0, 0,    0,    3,    1,   1,    0,    0x18, 0xdd, 0x8d,
		0xb0, 0,    0,    0,    0,    'I',  'E',  'N',  'D', 0xae, 0x42, 0x60, 0x82
	};
	const struct image image = { dot, sizeof(dot), 1, 1 };
	struct paper *paper = paper_new("annual-report-a4");
	struct scene *page;
	int figure;
	const char *said;

	paper_text(paper, "Some words.");
	paper_lay_out(paper);
	page = paper->pages->items[0];
	figure = structure_add(page->arena, &paper->pages->structure, STRUCTURE_FIGURE, 0);
	paper->pages->structure.elements[figure].alternative = "A dot";
	page->element = figure;
	scene_image(page, &image, (struct box){ 100, 100, 20, 10 });
	said = said_of(paper->arena, make_pages(paper->arena, &device_pdf, paper->pages), TAGS,
		       false, NULL);
	/* 100 from the left and top, 20 wide and 10 high, on a page of 841.89. */
	check_order(said, (const char *const[]){ "Some words.", "Figure",
						 "/BBox [100 731.89 120 741.89]", NULL });
	paper_free(paper);
}
