/* Text shaped with the fonts of a theme: every byte in its place. */

#include "text/engine.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "support/scripts.h"
#include "support/shaping.h"
#include "support/vectors_random.h"

enum { WORDS_MOST = 12000 };

static double width_in(const struct look *look, struct text_style style, const char *words)
{
	return shape_in(look, style, words)->width;
}

/* Pieces follow each other, clusters fill pieces, glyphs fill clusters. */
static void check_whole(const struct shaped_text *shaped)
{
	size_t byte = 0;

	for (size_t p = 0; p < shaped->piece_count; p++) {
		const struct shaped_piece *piece = &shaped->pieces[p];
		size_t bytes = 0, glyphs = 0;

		cr_assert(strncmp(piece->text, shaped->text + byte, piece->length) == 0, "\"%s\"",
			  shaped->text);
		for (size_t c = 0; c < piece->cluster_count; c++) {
			cr_assert_gt(piece->clusters[c].num_bytes, 0, "\"%s\"", shaped->text);
			cr_assert_gt(piece->clusters[c].num_glyphs, 0, "\"%s\"", shaped->text);
			bytes += (size_t)piece->clusters[c].num_bytes;
			glyphs += (size_t)piece->clusters[c].num_glyphs;
		}
		cr_assert_eq(bytes, piece->length, "\"%s\"", shaped->text);
		cr_assert_eq(glyphs, piece->glyph_count, "\"%s\"", shaped->text);
		byte += piece->length;
	}
	cr_assert_eq(byte, shaped->length, "\"%s\"", shaped->text);
}

static void check_advances(const struct shaped_text *shaped)
{
	static double advances[WORDS_MOST];
	double sum = 0;

	text_advances(shaped, advances);
	for (size_t i = 0; i < shaped->length; i++) {
		bool inside = ((unsigned char)shaped->text[i] & 0xc0) == 0x80;

		cr_assert(!inside || advances[i] == 0, "\"%s\"", shaped->text);
		cr_assert_geq(advances[i], -0.01, "\"%s\" byte %zu: %g", shaped->text, i,
			      advances[i]);
		sum += advances[i];
	}
	cr_assert_float_eq(sum, shaped->width, 1e-6, "\"%s\"", shaped->text);
}

/* Where the glyphs of a text stand, its shift counted. */
static void glyph_span(const struct shaped_text *shaped, double *low, double *high)
{
	*low = INFINITY;
	*high = -INFINITY;
	for (size_t p = 0; p < shaped->piece_count; p++)
		for (size_t g = 0; g < shaped->pieces[p].glyph_count; g++) {
			double x = shaped->pieces[p].glyphs[g].x + shaped->pieces[p].shift;

			*low = fmin(*low, x);
			*high = fmax(*high, x);
		}
}

/* Parts cut at the first byte of a letter are as wide as the whole and begin at 0. */
static void check_slices(const struct look *look, const struct shaped_text *shaped)
{
	for (size_t cut = 0; cut <= shaped->length; cut += 1 + shaped->length / 40) {
		const struct shaped_text *first, *rest;
		double low, high;

		while (((unsigned char)shaped->text[cut] & 0xc0) == 0x80 ||
		       strncmp(shaped->text + cut, ACUTE, 2) == 0)
			cut++;
		first = text_slice(look->arena, shaped, 0, cut);
		rest = text_slice(look->arena, shaped, cut, shaped->length);
		cr_assert_float_eq(first->width + rest->width, shaped->width, 1e-6, "\"%s\" at %zu",
				   shaped->text, cut);
		check_whole(first);
		check_whole(rest);
		if (rest->piece_count == 0)
			continue;
		glyph_span(rest, &low, &high);
		cr_assert_float_eq(low, 0, 0.02, "\"%s\" at %zu", shaped->text, cut);
		cr_assert_lt(high, rest->width + 1e-6, "\"%s\" at %zu", shaped->text, cut);
	}
}

Test(text_clusters, puts_every_byte_into_one_cluster_in_every_script)
{
	static const char *const parts[] = {
		"a",  "Wa", " ",    "12", EM_DASH, "e" ACUTE, HEBREW,
		", ", "fi", ARABIC, "(",  POUND,   CHINESE,   NO_BREAK
	};
	for (size_t l = 0; l < LOOKS; l++) {
		struct look look = look_new(look_names[l]);

		for (unsigned draw = 0; draw < 400; draw++) {
			struct vectors_random random = { draw };
			size_t count = (size_t)vectors_random_count(&random, 1, 40);
			struct buffer words;
			const struct shaped_text *shaped;

			buffer_init(&words);
			for (size_t i = 0; i < count; i++)
				buffer_add_text(
					&words,
					parts[(size_t)vectors_random_between(&random, 0, 14)]);
			shaped = shape_in(&look, plain, buffer_text(&words));
			check_whole(shaped);
			check_advances(shaped);
			check_slices(&look, shaped);
			buffer_clear(&words);
		}
		look_free(&look);
	}
}

Test(text_clusters, sets_letters_from_right_to_left_where_the_script_does)
{
	struct look look = look_new("research-appendix-a4");
	const struct shaped_text *shaped = shape_in(&look, plain, "ab " HEBREW);
	const struct shaped_piece *piece;

	cr_expect_str_empty(text_missing_characters(look.engine, look.arena));
	cr_assert_eq(shaped->piece_count, 2);
	piece = &shaped->pieces[1];
	cr_assert_eq(piece->glyph_count, 4);
	for (size_t i = 1; i < 4; i++)
		cr_expect_lt(piece->glyphs[i].x, piece->glyphs[i - 1].x);
	cr_expect_float_eq(piece->glyphs[3].x, width_in(&look, plain, "ab "), 0.02);
	look_free(&look);
}

Test(text_clusters, keeps_an_accent_with_its_letter)
{
	struct look look = look_new("annual-report-a4");
	const struct shaped_text *shaped = shape_in(&look, plain, "e" ACUTE "x");

	cr_assert_eq(shaped->piece_count, 1);
	cr_expect_eq(shaped->pieces[0].cluster_count, 2);
	cr_expect_eq(shaped->pieces[0].clusters[0].num_bytes, 3);
	look_free(&look);
}

Test(text_clusters, shapes_ten_thousand_characters)
{
	struct look look = look_new("annual-report-a4");
	char words[10001];
	const struct shaped_text *shaped;

	for (size_t i = 0; i < sizeof(words); i++)
		words[i] = "Waiting at home "[i % 16];
	words[sizeof(words) - 1] = '\0';
	shaped = shape_in(&look, plain, words);
	check_whole(shaped);
	check_advances(shaped);
	cr_expect_float_eq(shaped->width, 625 * width_in(&look, plain, "Waiting at home "), 0.5);
	look_free(&look);
}

/* A box would be seen where nothing should be. */
Test(text_clusters, draws_nothing_for_characters_without_a_shape)
{
	static const char *const invisible[] = { "\xe2\x80\x8b", /* zero width space */
						 "\xc2\xad",     /* soft hyphen */
						 "\xe2\x81\xa0", /* word joiner */
						 "\xef\xbb\xbf", /* byte order mark */
						 "\t",           "\n" };

	for (size_t i = 0; i < sizeof(invisible) / sizeof(invisible[0]); i++) {
		struct look look = look_new("annual-report-a4");
		const struct shaped_text *shaped = shape_in(&look, plain, invisible[i]);

		cr_expect_str_empty(text_missing_characters(look.engine, look.arena), "%zu", i);
		for (size_t p = 0; p < shaped->piece_count; p++)
			for (size_t g = 0; g < shaped->pieces[p].glyph_count; g++)
				cr_expect_neq(shaped->pieces[p].glyphs[g].index, 0, "%zu", i);
		look_free(&look);
	}
}
