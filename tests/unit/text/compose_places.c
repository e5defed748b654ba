/* Lines of a paragraph: where they stand, their styles, and how wide columns of them are. */

#include "text/compose.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/setting.h"

/* -- where they stand ------------------------------------------------------------------------- */

static double right_end(const struct text_line *line)
{
	return line->fragments[0].x + line->width;
}

Test(compose_places, aligns_lines_at_the_left_at_the_right_and_in_the_middle)
{
	struct setting setting = setting_load();
	const char *words = "alpha beta gamma delta epsilon";
	const enum text_align aligns[] = { ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTRE };

	for (int i = 0; i < 3; i++) {
		const struct text_paragraph *paragraph = setting_compose(
			&setting, words,
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

Test(compose_places, keeps_the_style_of_every_part_of_a_line)
{
	struct setting setting = setting_load();
	struct text_style bold = setting.look.layout->styles[ROLE_BODY];
	const int first = 1, second = 2;
	struct text_span spans[3] = { setting_span(&setting, "plain and "),
				      setting_span(&setting, "strong words"),
				      setting_span(&setting, "1") };
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

Test(compose_places, breaks_lines_across_changes_of_style)
{
	struct setting setting = setting_load();
	struct text_span spans[3] = { setting_span(&setting, "alpha be"),
				      setting_span(&setting, "ta gam"),
				      setting_span(&setting, "ma") };
	struct text_paragraph *paragraph = text_compose(
		setting.look.engine, setting.look.arena, spans, 3,
		(struct compose_options){ .width = setting_width(&setting, "alpha be") });

	cr_assert_eq(paragraph->count, 3);
	cr_expect_str_eq(setting_line_text(&setting, &paragraph->lines[0]), "alpha ");
	cr_expect_str_eq(setting_line_text(&setting, &paragraph->lines[1]), "beta ");
	cr_expect_eq(paragraph->lines[1].count, 2);
	cr_expect_float_eq(paragraph->lines[1].fragments[0].x, 0, 1e-9);
	cr_expect_str_eq(setting_line_text(&setting, &paragraph->lines[2]), "gamma");
	look_free(&setting.look);
}

/* -- widths of columns ------------------------------------------------------------------------ */

Test(compose_places, measures_the_widest_word_and_the_whole_text)
{
	struct setting setting = setting_load();
	struct text_span spans[2] = { setting_span(&setting, "some uninterr"),
				      setting_span(&setting, "upted words ") };
	double narrowest, widest;

	text_extents(setting.look.engine, spans, 2, &narrowest, &widest);
	cr_expect_float_eq(narrowest, setting_width(&setting, "uninterrupted"), 0.3);
	cr_expect_float_eq(widest, setting_width(&setting, "some uninterrupted words"), 0.3);
	text_extents(setting.look.engine, spans, 0, &narrowest, &widest);
	cr_expect_eq(narrowest, 0);
	cr_expect_eq(widest, 0);
	look_free(&setting.look);
}

/* Text that asks for breaks is as wide as the widest of its lines. */
Test(compose_places, measures_each_line_of_a_text_that_breaks_itself)
{
	struct setting setting = setting_load();
	struct text_span span = setting_span(&setting, "One more line\nbelow\nthe");
	double narrowest, widest;

	text_extents(setting.look.engine, &span, 1, &narrowest, &widest);
	cr_expect_float_eq(widest, setting_width(&setting, "One more line"), 1e-6);
	cr_expect_float_eq(narrowest, setting_width(&setting, "below"), 1e-6);
	look_free(&setting.look);
}

Test(compose_places, knows_the_least_width_for_two_lines)
{
	static const char *const texts[] = { "Rate", "Most deprived", "95% confidence interval",
					     "Difference from the average of England" };
	struct setting setting = setting_load();

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct text_span span = setting_span(&setting, texts[i]);
		double width = text_two_lines(setting.look.engine, &span, 1);

		cr_expect_leq(setting_lines(&setting, texts[i], width + 0.01)->count, 2, "%s",
			      texts[i]);
		cr_expect_gt(setting_lines(&setting, texts[i], width - 0.5)->count, i == 0 ? 1 : 2,
			     "%s", texts[i]);
	}
	look_free(&setting.look);
}
