/* Headings of sections. */

#include "layout/flow.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "support/pages_expect.h"

static struct node *section_of(struct paper *paper, enum section_kind kind, unsigned level,
			       const char *number, const char *title)
{
	struct node *section = paper_section(paper, level, number, title);

	section->section = kind;
	section->label = arena_printf(paper->arena, "Label %s", number);
	return section;
}

/* The style that words are set in, told by their font and colour. */
static bool is_in(const struct paper *paper, const char *words, enum text_role role)
{
	const struct label *label = paper_label(paper, words);
	const struct text_style *style = &paper->look.layout->styles[role];

	return label->item->text.shaped->font == look_font(&paper->look, role) &&
	       look_is_colour(&paper->look, label->item->text.colour, style->colour);
}

Test(layout_heading, is_set_as_the_layout_says_for_its_kind_and_level)
{
	struct paper *paper = paper_new("annual-report-a4");

	section_of(paper, SECTION_PLAIN, 1, "1", "Plain first");
	section_of(paper, SECTION_PLAIN, 2, "1.1", "Plain second");
	section_of(paper, SECTION_PLAIN, 3, "1.1.1", "Plain third");
	section_of(paper, SECTION_INDICATOR, 2, "1.2", "Indicator");
	paper_text(paper, "words");
	paper_lay_out(paper);
	cr_expect(is_in(paper, "Plain first", ROLE_HEADING_1));
	cr_expect(is_in(paper, "Plain second", ROLE_HEADING_2));
	cr_expect(is_in(paper, "Plain third", ROLE_HEADING_3));
	cr_expect(is_in(paper, "Indicator", ROLE_HEADING_1));
	paper_free(paper);
}

Test(layout_heading, has_a_kicker_where_the_layout_says)
{
	struct paper *paper = paper_new("annual-report-a4");

	section_of(paper, SECTION_PLAIN, 1, "1", "Plain first");
	section_of(paper, SECTION_PLAIN, 2, "1.1", "Plain second");
	paper_text(paper, "words");
	paper_lay_out(paper);
	cr_expect(is_in(paper, "Label 1", ROLE_KICKER));
	cr_expect_lt(paper_label(paper, "Label 1")->at.y, paper_label(paper, "Plain first")->at.y);
	cr_expect_eq(paper_page(paper, "Label 1"), paper_page(paper, "Plain first"));
	cr_expect_eq(paper_count(paper, "Label 1.1"), 0);
	paper_free(paper);
}

Test(layout_heading, carries_its_number_in_the_research_layout)
{
	struct paper *paper = paper_new("research-appendix-a4");

	section_of(paper, SECTION_PLAIN, 2, "1.1", "Plain second");
	section_of(paper, SECTION_PLAIN, 2, "", "Without number");
	paper_text(paper, "words");
	paper_lay_out(paper);
	cr_expect_lt(paper_label(paper, "1.1  ")->box.x, paper_label(paper, "Plain second")->box.x);
	cr_expect_float_eq(paper_label(paper, "1.1  ")->at.y,
			   paper_label(paper, "Plain second")->at.y, 1e-9);
	cr_expect_float_eq(paper_label(paper, "Without number")->box.x, paper->look.layout->left_pt,
			   1e-6);
	paper_free(paper);
}

Test(layout_heading, begins_a_page_where_the_layout_or_the_author_says)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *section;

	paper_text(paper, "before");
	section_of(paper, SECTION_PLAIN, 1, "1", "First level");
	paper_text(paper, "words");
	section_of(paper, SECTION_PLAIN, 2, "1.1", "Second level");
	paper_text(paper, "more words");
	section = section_of(paper, SECTION_PLAIN, 2, "1.2", "On a new page");
	section->new_page = true;
	paper_text(paper, "last words");
	paper_lay_out(paper);
	cr_expect_eq(paper_page(paper, "before"), 1);
	cr_expect_eq(paper_page(paper, "First level"), 2);
	cr_expect_eq(paper_page(paper, "Second level"), 2);
	cr_expect_eq(paper_page(paper, "On a new page"), 3);
	cr_expect_eq(paper->pages->count, 3);
	paper_free(paper);
}

Test(layout_heading, of_a_domain_opens_a_page_with_number_title_and_lead_on_a_field)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *section, *lead;
	struct labels marks;
	double field = 0;

	paper_text(paper, "before");
	section = section_of(paper, SECTION_DOMAIN, 1, "2", "Maternity");
	paper->into = section;
	lead = paper_text(paper, "What it is about.");
	lead->role = ROLE_LEAD;
	paper_text(paper, "First paragraph.");
	paper_lay_out(paper);
	cr_assert_eq(paper_page(paper, "Maternity"), 2);
	cr_expect(is_in(paper, "2", ROLE_OPENER_NUMBER));
	cr_expect(is_in(paper, "Maternity", ROLE_OPENER_TITLE));
	cr_expect(is_in(paper, "What it is about.", ROLE_OPENER_LEAD));
	cr_expect(is_in(paper, "First paragraph.", ROLE_BODY));
	marks = marks_of(&paper->look, paper->pages->items[1]);
	for (size_t i = 0; i < marks.count; i++)
		if (marks.items[i].part == PART_BACKGROUND) {
			struct box box = marks.items[i].box;

			cr_expect_float_eq(box.x, 0, 1e-6);
			cr_expect_float_eq(box.y, 0, 1e-6);
			cr_expect_float_eq(box.width, paper->look.layout->width_pt, 1e-6);
			field = box.y + box.height;
		}
	cr_expect_gt(field, paper_label(paper, "What it is about.")->at.y);
	cr_expect_lt(field, paper_label(paper, "First paragraph.")->box.y);
	paper_free(paper);
}

Test(layout_heading, is_an_element_of_its_level_within_its_section)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *outer = section_of(paper, SECTION_PLAIN, 1, "1", "Outer");
	const struct structure_element *elements;
	int inner_heading, outer_heading, inner_section;

	paper->into = outer;
	paper->into = section_of(paper, SECTION_PLAIN, 2, "1.1", "Inner");
	paper_text(paper, "words");
	paper_lay_out(paper);
	elements = paper->pages->structure.elements;
	outer_heading = paper_label(paper, "Outer")->element;
	inner_heading = paper_label(paper, "Inner")->element;
	cr_expect_str_eq(structure_type_name(&elements[outer_heading]), "H2");
	cr_expect_str_eq(structure_type_name(&elements[inner_heading]), "H3");
	cr_expect_str_eq(elements[inner_heading].anchor, "section-1.1-Inner");
	inner_section = elements[inner_heading].parent;
	cr_expect_eq(elements[inner_section].type, STRUCTURE_SECTION);
	cr_expect_eq(elements[inner_section].parent, elements[outer_heading].parent);
	paper_free(paper);
}

Test(layout_heading, of_any_length_is_broken_and_stays_on_one_page)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);

		section_of(
			paper, SECTION_PLAIN, 2, "1.1",
			"Waiting for treatment in the most and in the least deprived areas of the "
			"board, by the part of the month and by what people said of "
			"Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch");
		section_of(
			paper, SECTION_DOMAIN, 1, "12",
			"Waiting for treatment in the most and in the least deprived areas of the "
			"board");
		paper_text(paper, "words");
		paper_lay_out(paper);
		paper_expect_none(paper, paper_words_outside);
		paper_expect_none(paper, paper_words_touching);
		paper_free(paper);
	}
}

Test(layout_heading, with_a_footnote_has_it_at_the_foot_of_its_page)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *section = section_of(paper, SECTION_DOMAIN, 1, "1", "Domain");

	paper_note(paper, &section->title, "Of the domain.");
	section = section_of(paper, SECTION_PLAIN, 2, "1.1", "Second");
	paper_note(paper, &section->title, "Of the section.");
	paper_text(paper, "words");
	paper_lay_out(paper);
	cr_expect_eq(paper_page(paper, "Of the domain."), paper_page(paper, "Domain"));
	cr_expect_eq(paper_page(paper, "Of the section."), paper_page(paper, "Second"));
	paper_expect_none(paper, paper_notes_elsewhere);
	paper_free(paper);
}

Test(layout_heading, gives_all_that_it_holds_a_landscape_page_when_its_section_is_wide)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *root = paper->into, *section;

	paper_text(paper, "before");
	section = section_of(paper, SECTION_PLAIN, 2, "1.1", "Wide section");
	section->landscape = true;
	paper->into = section;
	paper_text(paper, "within");
	paper->into = root;
	paper_text(paper, "behind");
	paper_lay_out(paper);
	cr_assert_eq(paper->pages->count, 3);
	cr_expect_gt(paper->pages->items[1]->width, paper->pages->items[1]->height);
	cr_expect_eq(paper_page(paper, "Wide section"), 2);
	cr_expect_eq(paper_page(paper, "within"), 2);
	cr_expect_eq(paper_page(paper, "behind"), 3);
	cr_expect_lt(paper->pages->items[2]->width, paper->pages->items[2]->height);
	paper_free(paper);
}
