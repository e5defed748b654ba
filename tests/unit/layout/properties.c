/* What must hold of every page of every report: many documents of all kinds of blocks. */

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "support/pages_random.h"
#include "support/pages_reading.h"
#include "support/trials.h"

enum { DRAWS = TRIALS(120) };

struct property {
	const char *name;
	paper_check *check;
};

static const struct property properties[] = {
	{ "words outside the text", paper_words_outside },
	{ "words on words", paper_words_touching },
	{ "words under 9 pt", paper_words_too_small },
	{ "a lonely line", paper_lonely_lines },
	{ "a lonely heading", paper_lonely_headings },
	{ "a row on two pages", paper_split_rows },
	{ "rows without head", paper_missing_heads },
	{ "a footnote elsewhere", paper_notes_elsewhere },
	{ "words without element", paper_words_untagged },
	{ "marks beyond the page", paper_marks_outside },
	{ "marks without meaning", paper_marks_untagged },
	{ "a link to nowhere", paper_links_lost },
};

enum { PROPERTY_COUNT = sizeof(properties) / sizeof(properties[0]) };

typedef void try(struct paper *paper, size_t marks, unsigned draw);

static void try_all(const char *layout, try *tried)
{
	struct paper *paper = paper_new(layout);

	for (unsigned draw = 0; draw < DRAWS; draw++) {
		struct vectors_random random = { draw };
		size_t marks;

		paper_begin(paper);
		marks = paper_random(paper, &random);
		paper_lay_out(paper);
		for (size_t i = 0; i < diag_count(paper->diags); i++)
			cr_assert_fail("%s, draw %u: %s %s", layout, draw,
				       diag_kind(diag_at(paper->diags, i)->code)->message,
				       diag_at(paper->diags, i)->detail);
		tried(paper, marks, draw);
	}
	paper_free(paper);
}

static void try_properties(struct paper *paper, size_t marks, unsigned draw)
{
	(void)marks;
	for (size_t i = 0; i < PROPERTY_COUNT; i++) {
		const char *fault = properties[i].check(paper);

		cr_expect_null(fault, "%s, draw %u: %s: %s", paper->look.layout->name, draw,
			       properties[i].name, fault);
	}
}

Test(layout_properties, hold_on_every_page_of_the_annual_layout)
{
	try_all(look_names[0], try_properties);
}

Test(layout_properties, hold_on_every_page_of_the_research_layout)
{
	try_all(look_names[1], try_properties);
}

/* -- nothing is lost ------------------------------------------------------------------------------ */

/* The next number between "=" signs from a place in a text on; 0 when there is none. */
static size_t next_mark(const char **at)
{
	while ((*at = strchr(*at, '=')) != NULL) {
		char *end;
		size_t mark = strtoul(*at + 1, &end, 10);

		if (*end == '=' && end > *at + 1) {
			*at = end + 1;
			return mark;
		}
		(*at)++;
	}
	return 0;
}

/* Running lines and the contents say titles again. */
static bool counts(const struct paper *paper, const struct label *label)
{
	return paper_running(paper, label) == 0 && !paper_is(paper, label, STRUCTURE_CONTENTS);
}

static void try_marks(struct paper *paper, size_t marks, unsigned draw)
{
	size_t last = 0;

	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels words = paper_words(paper, page);

		for (size_t i = 0; i < words.count; i++) {
			const char *at = words.items[i].text;
			size_t mark;

			if (!counts(paper, &words.items[i]))
				continue;
			while ((mark = next_mark(&at)) != 0) {
				cr_assert_eq(mark, last + 1, "%s, draw %u, page %zu: %zu after %zu",
					     paper->look.layout->name, draw, page, mark, last);
				last = mark;
			}
		}
	}
	cr_assert_eq(last, marks, "%s, draw %u", paper->look.layout->name, draw);
}

Test(layout_properties, leave_every_text_in_its_place_in_reading_order)
{
	for (size_t l = 0; l < LOOKS; l++)
		try_all(look_names[l], try_marks);
}

/* -- layouts are data ------------------------------------------------------------------------------- */

/* Elements but paragraphs and spans: a notice may run in a line of its own, a heading have a kicker. */
static size_t said_below(const struct paper *paper)
{
	const struct structure *structure = &paper->pages->structure;
	size_t count = 0;

	for (size_t i = 0; i < structure->count; i++)
		count += structure->elements[i].type != STRUCTURE_PARAGRAPH &&
			 structure->elements[i].type != STRUCTURE_SPAN;
	return count;
}

Test(layout_properties, differ_from_layout_to_layout_for_one_document)
{
	struct paper *papers[2] = { paper_new(look_names[0]), paper_new(look_names[1]) };
	size_t differ = 0;

	for (unsigned draw = 0; draw < 30; draw++) {
		for (size_t l = 0; l < LOOKS; l++) {
			struct vectors_random random = { draw };

			paper_begin(papers[l]);
			paper_random(papers[l], &random);
			paper_lay_out(papers[l]);
		}
		differ += papers[0]->pages->count != papers[1]->pages->count;
		/* What is said is the same. */
		cr_expect_eq(said_below(papers[0]), said_below(papers[1]));
		cr_expect_eq(papers[0]->pages->outline_count, papers[1]->pages->outline_count);
	}
	cr_expect_gt(differ, 8);
	for (size_t l = 0; l < LOOKS; l++)
		paper_free(papers[l]);
}

/* Another size of page, other margins: the same rules hold. */
Test(layout_properties, hold_for_a_layout_with_other_measures)
{
	struct paper *paper = paper_new(look_names[1]);
	struct layout small = *paper->look.layout;

	small.width_pt = 420;
	small.height_pt = 595;
	small.left_pt = 40;
	small.right_pt = 60;
	small.foot_pt = 549;
	paper->look.layout = &small;
	for (unsigned draw = 0; draw < 30; draw++) {
		struct vectors_random random = { draw };
		const char *fault;

		paper_begin(paper);
		paper_random(paper, &random);
		paper_lay_out(paper);
		if (diag_count(paper->diags) > 0)
			continue;
		fault = paper_words_outside(paper);
		cr_expect_null(fault, "draw %u: %s", draw, fault);
		fault = paper_lonely_headings(paper);
		cr_expect_null(fault, "draw %u: %s", draw, fault);
	}
	paper_free(paper);
}
