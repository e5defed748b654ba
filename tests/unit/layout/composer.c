/* What all parts of the layout share. */

#include "layout/composer.h"

#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/string_index.h"
#include "support/looks.h"

static struct composer composer_of(const struct look *look)
{
	return (struct composer){
		.arena = look->arena,
		.whole = look->arena,
		.engine = look->engine,
		.layout = look->layout,
		.theme = look->theme,
		.pages = arena_alloc(look->arena, sizeof(struct pages)),
		.anchor_numbers = string_index_new(look->arena),
	};
}

Test(layout_composer, makes_strong_words_semi_bold_and_never_lighter)
{
	struct look look = look_new("annual-report-a4");
	struct composer composer = composer_of(&look);
	const struct text_font_facts *facts;

	facts = text_font_facts(look.engine, composer_font_with(&composer, ROLE_BODY, true, false));
	cr_expect_eq(facts->weight, 600);
	cr_expect_not(facts->italic);
	facts = text_font_facts(look.engine, composer_font_with(&composer, ROLE_BODY, false, true));
	cr_expect_eq(facts->weight, 400);
	cr_expect(facts->italic);
	cr_expect_eq(composer_font_with(&composer, ROLE_BODY, false, false),
		     composer_font(&composer, ROLE_BODY));
	cr_expect_eq(composer_font_with(&composer, ROLE_KICKER, true, false),
		     composer_font(&composer, ROLE_KICKER));
	look_free(&look);
	look = look_new("research-appendix-a4");
	composer = composer_of(&look);
	facts = text_font_facts(look.engine,
				composer_font_with(&composer, ROLE_HEADING_1, true, false));
	cr_expect_eq(facts->weight, 700);
	look_free(&look);
}

Test(layout_composer, remembers_the_page_of_every_place)
{
	struct look look = look_new("annual-report-a4");
	struct composer composer = composer_of(&look);

	cr_expect_eq(composer_page(&composer, "a"), 0);
	for (unsigned i = 1; i <= 300; i++)
		composer_set_page(&composer, arena_printf(look.arena, "place %u", i), i);
	composer_set_page(&composer, "place 7", 70);
	cr_expect_eq(composer_page(&composer, "place 7"), 70);
	cr_expect_eq(composer_page(&composer, "place 300"), 300);
	cr_expect_eq(composer_page(&composer, "place 301"), 0);
	look_free(&look);
}

Test(layout_composer, adds_elements_to_the_structure_of_the_pages)
{
	struct look look = look_new("annual-report-a4");
	struct composer composer = composer_of(&look);
	int document =
		structure_add(composer.arena, &composer.pages->structure, STRUCTURE_DOCUMENT, -1);
	int paragraph;

	composer.at = (struct location){ .file = "report.xml", .line = 7, .column = 3 };
	paragraph = composer_element(&composer, STRUCTURE_PARAGRAPH, document);

	cr_expect_eq(composer.pages->structure.count, 2);
	cr_expect_eq(composer.pages->structure.elements[paragraph].type, STRUCTURE_PARAGRAPH);
	cr_expect_eq(composer.pages->structure.elements[paragraph].parent, document);
	cr_expect_eq(composer.pages->structure.elements[paragraph].at.line, 7);
	composer_facts(&composer, paragraph)->language = "cy";
	cr_expect_str_eq(composer.pages->structure.elements[paragraph].language, "cy");
	look_free(&look);
}

Test(layout_composer, makes_no_elements_of_artifacts)
{
	struct look look = look_new("annual-report-a4");
	struct composer composer = composer_of(&look);

	cr_expect_eq(composer_element(&composer, STRUCTURE_PARAGRAPH, ARTIFACT_REPEATED),
		     ARTIFACT_REPEATED);
	cr_expect_eq(composer.pages->structure.count, 0);
	composer_facts(&composer, ARTIFACT_REPEATED)->language = "cy";
	look_free(&look);
}
