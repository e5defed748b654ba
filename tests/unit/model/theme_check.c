/* Themes held against the rules of contrast and distance. */
#include "model/theme_check.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "spec/read.h"

static const char *const shipped[] = { "nhs-blue", "plain", "high-contrast", "print-one-ink" };

struct checked {
	struct arena *arena;
	struct diag_list *diags;
	struct theme theme;
};

static struct checked begin(const char *name)
{
	struct checked checked = { .arena = arena_new() };
	const struct theme *theme;

	checked.diags = diag_list_new(checked.arena);
	theme = theme_read(checked.arena, arena_printf(checked.arena, "layouts/%s.xml", name),
			   "fonts", (struct location){ 0 }, checked.diags);
	cr_assert_not_null(theme, "%s", name);
	checked.theme = *theme;
	return checked;
}

static void set(struct checked *checked, enum colour_role role, unsigned value)
{
	checked->theme.colours[role] =
		(struct colour){ (value >> 16 & 255) / 255.0, (value >> 8 & 255) / 255.0,
				 (value & 255) / 255.0 };
	checked->theme.colours_at[role] = (struct location){ .file = "own.xml", .line = 7 };
}

/* The one message of a code that names both roles; fails without it. */
static const struct diag *expect_message(struct checked *checked, enum diag_code code,
					 const char *first, const char *second)
{
	theme_check(&checked->theme, checked->diags);
	for (size_t i = 0; i < diag_count(checked->diags); i++) {
		const struct diag *diag = diag_at(checked->diags, i);

		if (diag->code == code && strstr(diag->detail, first) != NULL &&
		    strstr(diag->detail, second) != NULL)
			return diag;
	}
	cr_assert(false, "nothing on %s and %s", first, second);
	return NULL;
}

Test(model_theme_check, finds_nothing_in_the_themes_of_the_program)
{
	for (size_t i = 0; i < sizeof(shipped) / sizeof(shipped[0]); i++) {
		struct checked checked = begin(shipped[i]);

		theme_check(&checked.theme, checked.diags);
		cr_expect_eq(diag_count(checked.diags), 0, "%s", shipped[i]);
		arena_free(checked.arena);
	}
}

Test(model_theme_check, measures_words_on_what_they_stand_on)
{
	struct checked checked = begin("nhs-blue");
	const struct diag *diag;

	/* #777777 on white is 4.48 to 1, just under what words need. */
	set(&checked, COLOUR_SECONDARY, 0x777777);
	diag = expect_message(&checked, DIAG_THEME_CONTRAST, "secondary on paper", "4.47 to 1");
	cr_expect_eq(diag->level, DIAG_WARNING);
	cr_expect_eq(diag->at.line, 7);
	cr_expect_str_eq(diag->at.file, "own.xml");
	arena_free(checked.arena);
}

Test(model_theme_check, asks_less_of_marks_than_of_words)
{
	struct checked checked = begin("nhs-blue");

	/* 3.03 to 1: enough for a mark that stands back, too little for words. */
	set(&checked, COLOUR_CONTEXT, 0x949494);
	theme_check(&checked.theme, checked.diags);
	cr_expect_eq(diag_count(checked.diags), 0);
	set(&checked, COLOUR_CONTEXT, 0xbfbfbf);
	expect_message(&checked, DIAG_THEME_CONTRAST, "context on paper", "wanted 3 to 1");
	arena_free(checked.arena);
}

Test(model_theme_check, finds_classes_that_are_one_without_green_cones)
{
	struct checked checked = begin("nhs-blue");

	set(&checked, COLOUR_CATEGORY_2, 0x3d3d3d);
	expect_message(&checked, DIAG_THEME_DISTANCE, "category-2 and category-3",
		       "no green cones: distance 6.");
	arena_free(checked.arena);
}

Test(model_theme_check, finds_classes_that_are_one_in_grey)
{
	struct checked checked = begin("nhs-blue");

	/* As light as #12436D, and another colour altogether. */
	set(&checked, COLOUR_MARK_SECOND, 0x801650);
	expect_message(&checked, DIAG_THEME_GREY, "mark and mark-second", "wanted 10 apart");
	arena_free(checked.arena);
}

/* Better and worse are a circle and a square: in grey the shape says it. */
Test(model_theme_check, lets_shapes_carry_a_class_in_grey)
{
	struct checked checked = begin("nhs-blue");

	set(&checked, COLOUR_BETTER, 0x005eb8);
	set(&checked, COLOUR_WORSE, 0xa03000);
	theme_check(&checked.theme, checked.diags);
	cr_expect_eq(diag_count(checked.diags), 0);
	arena_free(checked.arena);
}

Test(model_theme_check, takes_the_word_of_the_author_for_a_pair)
{
	struct checked checked = begin("nhs-blue");

	set(&checked, COLOUR_BETTER, 0x00703c);
	set(&checked, COLOUR_WORSE, 0x00703c);
	checked.theme.accepted[checked.theme.accepted_count++] =
		(struct accepted_pair){ COLOUR_WORSE, COLOUR_BETTER,
					"the word stands in the cell" };
	theme_check(&checked.theme, checked.diags);
	for (size_t i = 0; i < diag_count(checked.diags); i++)
		cr_expect_null(strstr(diag_at(checked.diags, i)->detail, "better and worse"));
	arena_free(checked.arena);
}

Test(model_theme_check, prints_every_number_it_measured)
{
	struct checked checked = begin("nhs-blue");
	struct buffer out;

	buffer_init(&out);
	set(&checked, COLOUR_MARK_SECOND, 0x12436d);
	theme_table(&checked.theme, &out);
	cr_expect_not_null(strstr(buffer_text(&out), "text               paper"));
	cr_expect_not_null(strstr(buffer_text(&out), "too close"));
	cr_expect_not_null(strstr(buffer_text(&out), "14.42"));
	buffer_clear(&out);
	arena_free(checked.arena);
}
