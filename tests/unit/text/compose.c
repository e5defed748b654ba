/* Paragraphs broken into lines. */

#include "text/compose.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/scripts.h"
#include "support/setting.h"
#include "support/vectors_random.h"

#define FAMILY "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7" /* two faces joined to one */

enum { LETTERS_MOST = 10000 };

static const char *whole_text(const struct setting *setting, const struct text_paragraph *paragraph)
{
	struct buffer words;

	buffer_init(&words);
	for (size_t i = 0; i < paragraph->count; i++)
		buffer_add_text(&words, setting_line_text(setting, &paragraph->lines[i]));
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
	struct setting setting = setting_load();

	for (unsigned draw = 0; draw < 120; draw++) {
		struct vectors_random random = { draw };
		size_t length =
			draw == 0 ? LETTERS_MOST : (size_t)vectors_random_count(&random, 1, 3000);
		double width = vectors_random_between(&random, 20, 500);
		const char *words = random_words(setting.look.arena, &random, length);
		const struct text_paragraph *paragraph = setting_compose(
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
	double x = 0, blank = setting_width(setting, " ");

	for (char *word = strtok(words, " "); word != NULL; word = strtok(NULL, " ")) {
		double own = setting_width(setting, word);

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
	struct setting setting = setting_load();

	for (unsigned draw = 0; draw < 60; draw++) {
		struct vectors_random random = { draw };
		const char *words = "In the most deprived areas more people waited longer than 18 "
				    "weeks for treatment at home than in the least deprived ones";
		double width = vectors_random_between(&random, 70, 600);
		size_t least = greedy_lines(&setting, arena_strdup(setting.look.arena, words),
					    width - 0.5);

		cr_expect_leq(setting_lines(&setting, words, width)->count, least, "%g", width);
		cr_expect_geq(setting_lines(&setting, words, width)->count, least - 1, "%g", width);
	}
	look_free(&setting.look);
}

Test(compose, sets_what_just_fits_in_one_line)
{
	struct setting setting = setting_load();
	const char *words = "Waiting at home";
	double width = setting_width(&setting, words);

	cr_expect_eq(setting_lines(&setting, words, width)->count, 1);
	cr_expect_eq(setting_lines(&setting, words, width - 0.1)->count, 2);
	/* A blank at the end does not count. */
	cr_expect_eq(setting_lines(&setting, "Waiting at home ", width)->count, 1);
	cr_expect_float_eq(setting_lines(&setting, "Waiting at home ", width)->width, width, 1e-6);
	cr_expect_eq(setting_lines(&setting, "", 100)->count, 0);
	look_free(&setting.look);
}

/* -- where lines end -------------------------------------------------------------------------- */

Test(compose, ends_lines_between_words)
{
	struct setting setting = setting_load();
	const struct text_paragraph *paragraph = setting_lines(
		&setting, "alpha beta gamma", setting_width(&setting, "alpha beta") + 1);

	cr_assert_eq(paragraph->count, 2);
	cr_expect_str_eq(setting_line_text(&setting, &paragraph->lines[0]), "alpha beta ");
	cr_expect_str_eq(setting_line_text(&setting, &paragraph->lines[1]), "gamma");
	look_free(&setting.look);
}

/* A line feed is a blank at the end of its line: who reads the characters finds the words of two lines apart. */
Test(compose, ends_a_line_at_every_line_feed)
{
	struct setting setting = setting_load();
	const struct text_paragraph *paragraph = setting_lines(&setting, "a\nb c\n\nd", 400);

	cr_assert_eq(paragraph->count, 4);
	cr_expect_str_eq(setting_line_text(&setting, &paragraph->lines[0]), "a ");
	cr_expect_str_eq(setting_line_text(&setting, &paragraph->lines[1]), "b c ");
	cr_expect_str_eq(setting_line_text(&setting, &paragraph->lines[2]), " ");
	cr_expect_str_eq(setting_line_text(&setting, &paragraph->lines[3]), "d");
	cr_expect_float_eq(paragraph->lines[0].width, setting_width(&setting, "a"), 1e-6);
	look_free(&setting.look);
}

/* What comes before a line feed is a paragraph of its own: its last line may be short, the others are full. */
Test(compose, breaks_what_comes_before_a_line_feed_as_if_it_stood_alone)
{
	struct setting setting = setting_load();
	const char *words = "Most indicators have all four of the breakdowns that are asked for";
	double width = setting_width(&setting, "Most indicators have all four") + 1;
	const struct text_paragraph *alone = setting_lines(&setting, words, width);
	size_t count = alone->count;
	const struct text_paragraph *before =
		setting_lines(&setting, arena_printf(setting.look.arena, "%s\nNext", words), width);

	cr_assert_eq(before->count, count + 1);
	for (size_t i = 0; i < count; i++)
		cr_expect_float_eq(before->lines[i].width, alone->lines[i].width, 1e-6, "line %zu",
				   i);
	look_free(&setting.look);
}

Test(compose, does_not_end_a_line_at_a_blank_that_does_not_break)
{
	struct setting setting = setting_load();
	const char *words = "see Figure" NO_BREAK "12";
	const struct text_paragraph *paragraph =
		setting_lines(&setting, words, setting_width(&setting, "see Figure") + 2);

	cr_assert_eq(paragraph->count, 2);
	cr_expect_str_eq(setting_line_text(&setting, &paragraph->lines[1]), "Figure" NO_BREAK "12");
	look_free(&setting.look);
}

Test(compose, breaks_a_word_that_is_wider_than_the_line)
{
	struct setting setting = setting_load();
	double width = setting_width(&setting, "mmmmm");
	const struct text_paragraph *paragraph = setting_lines(&setting, "a mmmmmmmmmmmm b", width);

	cr_expect_str_eq(whole_text(&setting, paragraph), "a mmmmmmmmmmmm b");
	cr_expect_geq(paragraph->count, 3);
	for (size_t i = 0; i < paragraph->count; i++)
		cr_expect_leq(paragraph->lines[i].width, width + 0.01);
	look_free(&setting.look);
}

Test(compose, never_parts_an_accent_from_its_letter)
{
	struct setting setting = setting_load();
	double widths[] = { 1, 5, 9, 14, 20 };

	for (size_t i = 0; i < 5; i++) {
		const struct text_paragraph *paragraph = setting_lines(
			&setting, "e" ACUTE "e" ACUTE "e" ACUTE FAMILY "e" ACUTE, widths[i]);

		for (size_t line = 0; line < paragraph->count; line++) {
			const char *words = setting_line_text(&setting, &paragraph->lines[line]);

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
	struct setting setting = setting_load();
	const char *words = "The share of people who waited longer than 18 weeks rose to 5";
	const struct text_paragraph *paragraph;

	/* One word is just too much for the line. */
	paragraph = setting_lines(&setting, words, setting_width(&setting, words) - 2);
	cr_assert_eq(paragraph->count, 2);
	cr_expect_gt(paragraph->lines[1].width, 0.14 * setting_width(&setting, words));
	look_free(&setting.look);
}

Test(compose, makes_balanced_lines_about_equal)
{
	struct setting setting = setting_load();
	const char *words =
		"More people in the most deprived areas waited for longer than 18 weeks";
	double width = setting_width(&setting, words) * 0.8, difference[2];

	for (int balance = 0; balance < 2; balance++) {
		const struct text_paragraph *paragraph = setting_compose(
			&setting, words,
			(struct compose_options){ .width = width, .balance = balance });

		cr_assert_eq(paragraph->count, 2);
		difference[balance] = fabs(paragraph->lines[0].width - paragraph->lines[1].width);
	}
	cr_expect_lt(difference[1], width * 0.15);
	cr_expect_gt(difference[0], difference[1]);
	look_free(&setting.look);
}
