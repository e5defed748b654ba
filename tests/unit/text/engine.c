/* Text shaped with the fonts of a theme. */

#include "text/engine.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "support/scripts.h"
#include "support/shaping.h"

static double width_in(const struct look *look, struct text_style style, const char *words)
{
	return text_width(look->engine, text_font(look->engine, &style), words);
}

/* -- fonts ------------------------------------------------------------------------------------ */

Test(text_engine, gives_one_number_to_styles_that_differ_in_colour_and_space)
{
	struct look look = look_new("annual-report-a4");
	struct text_style other = plain;

	other.colour = COLOUR_LINK;
	other.line_pt = 30;
	other.before_pt = other.after_pt = 4;
	other.balance = true;
	cr_expect_eq(text_font(look.engine, &plain), text_font(look.engine, &other));
	look_free(&look);
}

Test(text_engine, tells_fonts_apart_by_all_that_shapes_a_text)
{
	struct look look = look_new("annual-report-a4");
	struct text_style styles[7] = { plain, plain, plain, plain, plain, plain, plain };

	styles[1].weight = 600;
	styles[2].italic = true;
	styles[3].tabular = true;
	styles[4].size_pt = 12.5;
	styles[5].tracking_em = -0.01;
	styles[6].font = FONT_DISPLAY;
	for (int i = 0; i < 7; i++)
		for (int j = 0; j < i; j++)
			cr_expect_neq(text_font(look.engine, &styles[i]),
				      text_font(look.engine, &styles[j]), "%d and %d", i, j);
	for (int i = 0; i < 6; i++) {
		const struct text_font_facts *facts =
			text_font_facts(look.engine, text_font(look.engine, &styles[i]));

		cr_expect_eq(facts->weight, styles[i].weight);
		cr_expect_eq(facts->italic, styles[i].italic);
		cr_expect_eq(facts->size_pt, styles[i].size_pt);
	}
	look_free(&look);
}

/* Inter is drawn on 2048 units: its capitals are 1490 high, its digits in tables 1328 or so wide. */
Test(text_engine, knows_the_height_of_capitals)
{
	struct look look = look_new("annual-report-a4");
	const struct text_font_facts *facts =
		text_font_facts(look.engine, text_font(look.engine, &plain));

	cr_expect_float_eq(facts->capital_pt, 12 * 1490.0 / 2048, 0.05);
	cr_expect_gt(facts->ascent_pt, facts->capital_pt);
	cr_expect_gt(facts->descent_pt, 0);
	look_free(&look);
}

Test(text_engine, says_which_font_file_cannot_be_used)
{
	struct arena *arena = arena_new();
	struct look look = look_load(arena, "annual-report-a4");
	struct theme theme = *look.theme;
	struct diag_list *diags = diag_list_new(arena);

	theme.families[FONT_TEXT].faces[1].file = "README.md";
	cr_expect_null(text_engine_new(arena, &theme, diags));
	cr_assert_eq(diag_count(diags), 1);
	cr_expect_eq(diag_at(diags, 0)->code, DIAG_FONT_UNUSABLE);
	cr_expect_str_eq(diag_at(diags, 0)->detail, "README.md");
	look_free(&look);
}

/* -- widths ----------------------------------------------------------------------------------- */

Test(text_engine, measures_text_in_proportion_to_its_size)
{
	struct look look = look_new("annual-report-a4");
	struct text_style large = plain;

	large.size_pt = 24;
	for (const char *words = "Waiting 18 weeks"; *words != '\0'; words++)
		cr_expect_float_eq(width_in(&look, large, words), 2 * width_in(&look, plain, words),
				   0.02, "%s", words);
	look_free(&look);
}

Test(text_engine, adds_tracking_behind_every_character)
{
	struct look look = look_new("annual-report-a4");
	struct text_style tracked = plain;

	tracked.tracking_em = 0.05;
	cr_expect_float_eq(width_in(&look, tracked, "Waiting"),
			   width_in(&look, plain, "Waiting") + 7 * 0.05 * 12, 1e-9);
	/* An accent is part of its letter. */
	cr_expect_float_eq(width_in(&look, tracked, "e" ACUTE),
			   width_in(&look, plain, "e" ACUTE) + 0.05 * 12, 1e-9);
	look_free(&look);
}

Test(text_engine, sets_figures_of_tables_in_equal_widths)
{
	struct look look = look_new("annual-report-a4");
	struct text_style tabular = plain;
	double one;

	tabular.tabular = true;
	one = width_in(&look, tabular, "1");
	for (char digit[] = "0"; digit[0] <= '9'; digit[0]++)
		cr_expect_float_eq(width_in(&look, tabular, digit), one, 1e-9, "%s", digit);
	cr_expect_lt(width_in(&look, plain, "1"), width_in(&look, plain, "0"));
	look_free(&look);
}

Test(text_engine, sets_bold_wider_and_from_a_font_of_its_own)
{
	struct look look = look_new("annual-report-a4");
	struct text_style bold = plain, italic = plain;
	const char *words = "most deprived";

	bold.weight = 600;
	italic.italic = true;
	cr_expect_gt(width_in(&look, bold, words), width_in(&look, plain, words) + 1);
	cr_expect_neq(shape_in(&look, bold, words)->pieces[0].font,
		      shape_in(&look, plain, words)->pieces[0].font);
	cr_expect_neq(shape_in(&look, italic, words)->pieces[0].font,
		      shape_in(&look, plain, words)->pieces[0].font);
	look_free(&look);
}

/* Liberation joins "fi"; Inter turns "->" into an arrow and the x of "3x4" into a cross. */
Test(text_engine, draws_every_letter_as_if_it_stood_alone)
{
	static const char words[] = "office fluff -> 3x4";

	for (size_t l = 0; l < LOOKS; l++) {
		struct look look = look_new(look_names[l]);
		const struct shaped_text *shaped = shape_in(&look, plain, words);

		cr_assert_eq(shaped->piece_count, 1);
		cr_assert_eq(shaped->pieces[0].cluster_count, sizeof(words) - 1);
		cr_assert_eq(shaped->pieces[0].glyph_count, sizeof(words) - 1);
		for (size_t i = 0; i < sizeof(words) - 1; i++) {
			const char letter[] = { words[i], '\0' };

			cr_expect_eq(shaped->pieces[0].glyphs[i].index,
				     shape_in(&look, plain, letter)->pieces[0].glyphs[0].index,
				     "%s: %s", look_names[l], letter);
		}
		look_free(&look);
	}
}

Test(text_engine, measures_nothing_as_nothing)
{
	struct look look = look_new("annual-report-a4");
	const struct shaped_text *shaped = shape_in(&look, plain, "");

	cr_expect_eq(shaped->width, 0);
	cr_expect_eq(shaped->piece_count, 0);
	look_free(&look);
}

Test(text_engine, gives_a_blank_that_does_not_break_the_width_of_a_blank)
{
	struct look look = look_new("annual-report-a4");

	cr_expect_float_eq(width_in(&look, plain, "a" NO_BREAK "b"), width_in(&look, plain, "a b"),
			   0.3);
	cr_expect_str_empty(text_missing_characters(look.engine, look.arena));
	look_free(&look);
}

/* -- what is kept ----------------------------------------------------------------------------- */

Test(text_engine, shapes_a_text_once_a_font)
{
	struct look look = look_new("annual-report-a4");
	struct text_style bold = plain;
	char words[] = "1 most deprived", same[] = "1 most deprived";

	bold.weight = 600;
	cr_expect_eq(shape_in(&look, plain, words), shape_in(&look, plain, same));
	cr_expect_neq(shape_in(&look, plain, words), shape_in(&look, bold, words));
	/* What was shaped does not change with the text it was made from. */
	words[0] = '5';
	cr_expect_str_eq(shape_in(&look, plain, same)->text, "1 most deprived");
	cr_expect_neq(shape_in(&look, plain, words), shape_in(&look, plain, same));
	look_free(&look);
}

Test(text_engine, shapes_a_long_text_once_as_well)
{
	struct look look = look_new("annual-report-a4");
	char words[301], other[301];

	memset(words, 'a', sizeof(words) - 1);
	words[sizeof(words) - 1] = '\0';
	memcpy(other, words, sizeof(words));
	cr_expect_eq(shape_in(&look, plain, words), shape_in(&look, plain, other));
	other[299] = 'b';
	cr_expect_neq(shape_in(&look, plain, words), shape_in(&look, plain, other));
	look_free(&look);
}

/* Both are set as a blank, but only one of them ends a line. */
Test(text_engine, keeps_a_line_feed_apart_from_a_blank)
{
	struct look look = look_new("annual-report-a4");
	int font = text_font(look.engine, &plain);

	text_shape(look.engine, font, "two words", 9);
	cr_expect_neq(text_notes(look.engine, font, "two words"),
		      text_notes(look.engine, font, "two\nwords"));
	cr_expect_eq(text_notes(look.engine, font, "two\nwords"),
		     text_notes(look.engine, font, "two\nwords"));
	look_free(&look);
}

Test(text_engine, keeps_texts_apart_whatever_number_their_font_has)
{
	struct look look = look_new("annual-report-a4");
	struct text_style style = plain;
	const struct shaped_text *first = NULL;
	int font = 0;

	for (int i = 0; i < 300; i++) {
		style.size_pt = 9 + i * 0.25;
		font = text_font(look.engine, &style);
		cr_assert_eq(text_shape(look.engine, font, "x", 1)->font, font);
		if (i == 0)
			first = text_shape(look.engine, font, "x", 1);
	}
	cr_expect_float_eq(text_shape(look.engine, font, "x", 1)->width,
			   first->width * style.size_pt / 9, 0.05);
	look_free(&look);
}

Test(text_engine, shapes_part_of_a_longer_string)
{
	struct look look = look_new("annual-report-a4");
	const struct shaped_text *shaped =
		text_shape(look.engine, text_font(look.engine, &plain), "Waiting", 4);

	cr_expect_str_eq(shaped->text, "Wait");
	cr_expect_eq(shaped->length, 4);
	cr_expect_float_eq(shaped->width, width_in(&look, plain, "Wait"), 1e-9);
	look_free(&look);
}

/* -- characters that are not there ------------------------------------------------------------ */

Test(text_engine, names_each_missing_character_once)
{
	struct look look = look_new("annual-report-a4");

	width_in(&look, plain, "a " EM_DASH " " POUND "5");
	cr_expect_str_empty(text_missing_characters(look.engine, look.arena));
	cr_expect_gt(width_in(&look, plain, CHINESE), 0);
	width_in(&look, plain, "again " CHINESE CHINESE);
	cr_expect_str_eq(text_missing_characters(look.engine, look.arena), CHINESE " (U+4E2D)");
	look_free(&look);
}

Test(text_engine, finds_no_letters_in_fonts_of_the_machine)
{
	struct look look = look_new("annual-report-a4");

	/* Most machines have a font with these letters; Inter has not. */
	width_in(&look, plain, HEBREW);
	cr_expect_not_null(strstr(text_missing_characters(look.engine, look.arena), "(U+05DD)"));
	look_free(&look);
}

Test(text_engine, names_the_libraries)
{
	struct buffer out;

	buffer_init(&out);
	text_library_versions(&out);
	cr_expect_not_null(strstr(buffer_text(&out), "cairo 1."));
	cr_expect_not_null(strstr(buffer_text(&out), "pango 1."));
	cr_expect_not_null(strstr(buffer_text(&out), "fontconfig 2."));
	cr_expect_not_null(strstr(buffer_text(&out), "glib 2."));
	buffer_clear(&out);
}
