/* Paragraphs broken into lines. */

#include "text/compose.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/looks.h"
#include "support/vectors_random.h"
#include "text/engine.h"

#define ACUTE "\xcc\x81"
#define NO_BREAK "\xc2\xa0"
#define FAMILY "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7" /* two faces joined to one */

enum { LETTERS_MOST = 10000 };

/* One text in the body's font. */
struct setting {
	struct look look;
	int font;
};

static struct setting load(void)
{
	struct setting setting = { .look = look_load(arena_new(), "annual-report-a4") };

	setting.font = look_font(&setting.look, ROLE_BODY);
	return setting;
}

static struct text_span span_of(const struct setting *setting, const char *words)
{
	return (struct text_span){ .text = words, .font = setting->font };
}

static const struct text_paragraph *compose(const struct setting *setting, const char *words,
					    struct compose_options options)
{
	struct text_span span = span_of(setting, words);

	return text_compose(setting->look.engine, setting->look.arena, &span, 1, options);
}

static const struct text_paragraph *lines_of(const struct setting *setting, const char *words,
					     double width)
{
	return compose(setting, words, (struct compose_options){ .width = width });
}

static double width_of(const struct setting *setting, const char *words)
{
	return text_width(setting->look.engine, setting->font, words);
}

static const char *line_text(const struct setting *setting, const struct text_line *line)
{
	struct buffer words;

	buffer_init(&words);
	for (size_t i = 0; i < line->count; i++)
		buffer_add(&words, line->fragments[i].shaped->text,
			   line->fragments[i].shaped->length);
	return buffer_finish(&words, setting->look.arena);
}

static const char *whole_text(const struct setting *setting, const struct text_paragraph *paragraph)
{
	struct buffer words;

	buffer_init(&words);
	for (size_t i = 0; i < paragraph->count; i++)
		buffer_add_text(&words, line_text(setting, &paragraph->lines[i]));
	return buffer_finish(&words, setting->look.arena);
}

/* Words of 1 to 14 letters, seldom a very long one. */
static char *random_words(struct arena *arena, struct vectors_random *random, size_t length)
{
	char *words = arena_alloc(arena, length + 1);
	size_t at = 0;

	while (at < length) {
		bool giant = vectors_random_between(random, 0, 1) < 0.02;
		size_t letters = (size_t)vectors_random_between(random, 1, giant ? 200 : 15);

		for (size_t i = 0; i < letters && at < length; i++)
			words[at++] = (char)('a' + (int)vectors_random_between(random, 0, 26));
		if (at < length)
			words[at++] = ' ';
	}
	return words;
}

/* -- what must always hold --------------------------------------------------------------------- */

Test(compose, loses_no_letter_and_keeps_every_line_in_the_box_from_1_to_10000_characters)
{
	struct setting setting = load();

	for (unsigned draw = 0; draw < 120; draw++) {
		struct vectors_random random = { draw };
		size_t length =
			draw == 0 ? LETTERS_MOST : (size_t)vectors_random_count(&random, 1, 3000);
		double width = vectors_random_between(&random, 20, 500);
		const char *words = random_words(setting.look.arena, &random, length);
		const struct text_paragraph *paragraph = compose(
			&setting, words,
			(struct compose_options){ .width = width, .balance = draw % 3 == 0 });

		cr_assert_str_eq(whole_text(&setting, paragraph), words, "draw %u", draw);
		for (size_t i = 0; i < paragraph->count; i++) {
			cr_assert_leq(paragraph->lines[i].width, width + 0.02, "draw %u, line %zu",
				      draw, i);
			cr_assert_leq(paragraph->lines[i].width, paragraph->width);
		}
	}
	look_free(&setting.look);
}

/* Filling each line as far as it goes needs the fewest lines. */
static size_t greedy_lines(const struct setting *setting, char *words, double width)
{
	size_t lines = 1;
	double x = 0, blank = width_of(setting, " ");

	for (char *word = strtok(words, " "); word != NULL; word = strtok(NULL, " ")) {
		double own = width_of(setting, word);

		if (x > 0 && x + blank + own > width) {
			lines++;
			x = 0;
		}
		x += (x > 0 ? blank : 0) + own;
	}
	return lines;
}

Test(compose, takes_no_more_lines_than_needed)
{
	struct setting setting = load();

	for (unsigned draw = 0; draw < 60; draw++) {
		struct vectors_random random = { draw };
		const char *words = "In the most deprived areas more people waited longer than 18 "
				    "weeks for treatment at home than in the least deprived ones";
		double width = vectors_random_between(&random, 70, 600);
		size_t least = greedy_lines(&setting, arena_strdup(setting.look.arena, words),
					    width - 0.5);

		cr_expect_leq(lines_of(&setting, words, width)->count, least, "%g", width);
		cr_expect_geq(lines_of(&setting, words, width)->count, least - 1, "%g", width);
	}
	look_free(&setting.look);
}

Test(compose, sets_what_just_fits_in_one_line)
{
	struct setting setting = load();
	const char *words = "Waiting at home";
	double width = width_of(&setting, words);

	cr_expect_eq(lines_of(&setting, words, width)->count, 1);
	cr_expect_eq(lines_of(&setting, words, width - 0.1)->count, 2);
	/* A blank at the end does not count. */
	cr_expect_eq(lines_of(&setting, "Waiting at home ", width)->count, 1);
	cr_expect_float_eq(lines_of(&setting, "Waiting at home ", width)->width, width, 1e-6);
	cr_expect_eq(lines_of(&setting, "", 100)->count, 0);
	look_free(&setting.look);
}

/* -- where lines end -------------------------------------------------------------------------- */

Test(compose, ends_lines_between_words)
{
	struct setting setting = load();
	const struct text_paragraph *paragraph =
		lines_of(&setting, "alpha beta gamma", width_of(&setting, "alpha beta") + 1);

	cr_assert_eq(paragraph->count, 2);
	cr_expect_str_eq(line_text(&setting, &paragraph->lines[0]), "alpha beta ");
	cr_expect_str_eq(line_text(&setting, &paragraph->lines[1]), "gamma");
	look_free(&setting.look);
}

Test(compose, ends_a_line_at_every_line_feed)
{
	struct setting setting = load();
	const struct text_paragraph *paragraph = lines_of(&setting, "a\nb c\n\nd", 400);

	cr_assert_eq(paragraph->count, 4);
	cr_expect_str_eq(line_text(&setting, &paragraph->lines[0]), "a");
	cr_expect_str_eq(line_text(&setting, &paragraph->lines[1]), "b c");
	cr_expect_str_eq(line_text(&setting, &paragraph->lines[2]), "");
	cr_expect_str_eq(line_text(&setting, &paragraph->lines[3]), "d");
	cr_expect_float_eq(paragraph->lines[0].width, width_of(&setting, "a"), 1e-6);
	look_free(&setting.look);
}

Test(compose, does_not_end_a_line_at_a_blank_that_does_not_break)
{
	struct setting setting = load();
	const char *words = "see Figure" NO_BREAK "12";
	const struct text_paragraph *paragraph =
		lines_of(&setting, words, width_of(&setting, "see Figure") + 2);

	cr_assert_eq(paragraph->count, 2);
	cr_expect_str_eq(line_text(&setting, &paragraph->lines[1]), "Figure" NO_BREAK "12");
	look_free(&setting.look);
}

Test(compose, breaks_a_word_that_is_wider_than_the_line)
{
	struct setting setting = load();
	double width = width_of(&setting, "mmmmm");
	const struct text_paragraph *paragraph = lines_of(&setting, "a mmmmmmmmmmmm b", width);

	cr_expect_str_eq(whole_text(&setting, paragraph), "a mmmmmmmmmmmm b");
	cr_expect_geq(paragraph->count, 3);
	for (size_t i = 0; i < paragraph->count; i++)
		cr_expect_leq(paragraph->lines[i].width, width + 0.01);
	look_free(&setting.look);
}

Test(compose, never_parts_an_accent_from_its_letter)
{
	struct setting setting = load();
	double widths[] = { 1, 5, 9, 14, 20 };

	for (size_t i = 0; i < 5; i++) {
		const struct text_paragraph *paragraph = lines_of(
			&setting, "e" ACUTE "e" ACUTE "e" ACUTE FAMILY "e" ACUTE, widths[i]);

		for (size_t line = 0; line < paragraph->count; line++) {
			const char *words = line_text(&setting, &paragraph->lines[line]);

			cr_expect_neq((unsigned char)words[0], 0xcc, "%g", widths[i]);
			cr_expect(strstr(words, "\xf0\x9f\x91\xa9") == NULL ||
					  strstr(words, FAMILY) != NULL,
				  "%g", widths[i]);
		}
	}
	look_free(&setting.look);
}

Test(compose, leaves_no_short_word_alone_on_the_last_line)
{
	struct setting setting = load();
	const char *words = "The share of people who waited longer than 18 weeks rose to 5";
	const struct text_paragraph *paragraph;

	/* One word is just too much for the line. */
	paragraph = lines_of(&setting, words, width_of(&setting, words) - 2);
	cr_assert_eq(paragraph->count, 2);
	cr_expect_gt(paragraph->lines[1].width, 0.14 * width_of(&setting, words));
	look_free(&setting.look);
}

Test(compose, makes_balanced_lines_about_equal)
{
	struct setting setting = load();
	const char *words =
		"More people in the most deprived areas waited for longer than 18 weeks";
	double width = width_of(&setting, words) * 0.8, difference[2];

	for (int balance = 0; balance < 2; balance++) {
		const struct text_paragraph *paragraph =
			compose(&setting, words,
				(struct compose_options){ .width = width, .balance = balance });

		cr_assert_eq(paragraph->count, 2);
		difference[balance] = fabs(paragraph->lines[0].width - paragraph->lines[1].width);
	}
	cr_expect_lt(difference[1], width * 0.15);
	cr_expect_gt(difference[0], difference[1]);
	look_free(&setting.look);
}

/* -- where they stand ------------------------------------------------------------------------- */

static double right_end(const struct text_line *line)
{
	return line->fragments[0].x + line->width;
}

Test(compose, aligns_lines_at_the_left_at_the_right_and_in_the_middle)
{
	struct setting setting = load();
	const char *words = "alpha beta gamma delta epsilon";
	const enum text_align aligns[] = { ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTRE };

	for (int i = 0; i < 3; i++) {
		const struct text_paragraph *paragraph =
			compose(&setting, words,
				(struct compose_options){ .width = 80, .align = aligns[i] });

		cr_assert_gt(paragraph->count, 1);
		for (size_t line = 0; line < paragraph->count; line++) {
			const struct text_line *at = &paragraph->lines[line];

			if (aligns[i] == ALIGN_LEFT)
				cr_expect_float_eq(at->fragments[0].x, 0, 1e-9);
			else if (aligns[i] == ALIGN_RIGHT)
				cr_expect_float_eq(right_end(at), 80, 1e-6);
			else
				cr_expect_float_eq(at->fragments[0].x, 80 - right_end(at), 1e-6);
		}
	}
	look_free(&setting.look);
}

Test(compose, keeps_the_style_of_every_part_of_a_line)
{
	struct setting setting = load();
	struct text_style bold = setting.look.layout->styles[ROLE_BODY];
	const int first = 1, second = 2;
	struct text_span spans[3] = { span_of(&setting, "plain and "),
				      span_of(&setting, "strong words"), span_of(&setting, "1") };
	struct text_paragraph *paragraph;

	bold.weight = 600;
	spans[0].mark = &first;
	spans[1].font = text_font(setting.look.engine, &bold);
	spans[1].mark = &second;
	spans[1].colour = (struct colour){ 0, 0.5, 1 };
	spans[2].rise_pt = 4;
	paragraph = text_compose(setting.look.engine, setting.look.arena, spans, 3,
				 (struct compose_options){ .width = 500 });
	cr_assert_eq(paragraph->count, 1);
	cr_assert_eq(paragraph->lines[0].count, 3);
	for (size_t i = 0; i < 3; i++) {
		const struct text_fragment *fragment = &paragraph->lines[0].fragments[i];

		cr_expect_eq(fragment->mark, spans[i].mark);
		cr_expect_eq(fragment->shaped->font, spans[i].font);
		cr_expect_eq(fragment->rise_pt, spans[i].rise_pt);
		cr_expect_eq(fragment->colour.green, spans[i].colour.green);
		if (i > 0)
			cr_expect_float_eq(fragment->x, fragment[-1].x + fragment[-1].shaped->width,
					   1e-6);
	}
	look_free(&setting.look);
}

Test(compose, breaks_lines_across_changes_of_style)
{
	struct setting setting = load();
	struct text_span spans[3] = { span_of(&setting, "alpha be"), span_of(&setting, "ta gam"),
				      span_of(&setting, "ma") };
	struct text_paragraph *paragraph =
		text_compose(setting.look.engine, setting.look.arena, spans, 3,
			     (struct compose_options){ .width = width_of(&setting, "alpha be") });

	cr_assert_eq(paragraph->count, 3);
	cr_expect_str_eq(line_text(&setting, &paragraph->lines[0]), "alpha ");
	cr_expect_str_eq(line_text(&setting, &paragraph->lines[1]), "beta ");
	cr_expect_eq(paragraph->lines[1].count, 2);
	cr_expect_float_eq(paragraph->lines[1].fragments[0].x, 0, 1e-9);
	cr_expect_str_eq(line_text(&setting, &paragraph->lines[2]), "gamma");
	look_free(&setting.look);
}

/* -- widths of columns ------------------------------------------------------------------------ */

Test(compose, measures_the_widest_word_and_the_whole_text)
{
	struct setting setting = load();
	struct text_span spans[2] = { span_of(&setting, "some uninterr"),
				      span_of(&setting, "upted words ") };
	double narrowest, widest;

	text_extents(setting.look.engine, spans, 2, &narrowest, &widest);
	cr_expect_float_eq(narrowest, width_of(&setting, "uninterrupted"), 0.3);
	cr_expect_float_eq(widest, width_of(&setting, "some uninterrupted words"), 0.3);
	text_extents(setting.look.engine, spans, 0, &narrowest, &widest);
	cr_expect_eq(narrowest, 0);
	cr_expect_eq(widest, 0);
	look_free(&setting.look);
}

Test(compose, knows_the_least_width_for_two_lines)
{
	static const char *const texts[] = { "Rate", "Most deprived", "95% confidence interval",
					     "Difference from the average of England" };
	struct setting setting = load();

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct text_span span = span_of(&setting, texts[i]);
		double width = text_two_lines(setting.look.engine, &span, 1);

		cr_expect_leq(lines_of(&setting, texts[i], width + 0.01)->count, 2, "%s", texts[i]);
		cr_expect_gt(lines_of(&setting, texts[i], width - 0.5)->count, i == 0 ? 1 : 2, "%s",
			     texts[i]);
	}
	look_free(&setting.look);
}
