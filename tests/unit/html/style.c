/* The rules that every page gets: colours of the dark scheme, measured. */

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "model/theme.h"
#include "support/program.h"

static const char file[] = "layouts/html.css";

struct pair {
	const char *on, *under;
	double least;
};

/* A colour of the dark scheme by its role. */
static struct colour dark(struct arena *arena, const char *rules, const char *role)
{
	const char *begin = strstr(rules, "prefers-color-scheme: dark");
	const char *at, *end;
	unsigned long value;

	cr_assert_not_null(begin);
	at = strstr(begin, arena_printf(arena, "--%s: #", role));
	end = strstr(begin, "\n}");
	cr_assert(at != NULL && end != NULL && at < end, "the dark scheme has no %s", role);
	value = strtoul(strchr(at, '#') + 1, NULL, 16);
	return (struct colour){ (double)(value >> 16 & 255) / 255, (double)(value >> 8 & 255) / 255,
				(double)(value & 255) / 255 };
}

/* WCAG 2.2: 4.5 to 1 for words, 3 to 1 for what is to be seen beside them. */
Test(html_style, can_be_read_in_the_dark)
{
	static const struct pair pairs[] = {
		{ "text", "paper", 7 },
		{ "secondary", "paper", 4.5 },
		{ "heading", "paper", 4.5 },
		{ "link", "paper", 4.5 },
		{ "text", "panel", 4.5 },
		{ "secondary", "panel", 4.5 },
		{ "link", "panel", 4.5 },
		{ "heading", "panel", 4.5 },
		{ "on-field", "field", 4.5 },
		{ "worse", "paper", 4.5 },
		{ "better", "paper", 3 },
		{ "similar", "paper", 3 },
		{ "text", "tint-better", 4.5 },
		{ "text", "tint-worse", 4.5 },
		{ "better", "tint-better", 3 },
		{ "worse", "tint-worse", 3 },
		{ "mark", "paper", 3 },
		{ "accent", "paper", 3 },
		{ "rule", "paper", 3 },
		{ "secondary", "tint-worse", 4.5 },
		{ "secondary", "tint-better", 4.5 },
	};
	struct arena *arena = arena_new();
	const char *rules = file_text(arena, file, NULL);

	cr_assert_not_null(rules);
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		double contrast = colour_contrast(dark(arena, rules, pairs[i].on),
						  dark(arena, rules, pairs[i].under));

		cr_expect_geq(contrast, pairs[i].least, "%s on %s: %.2f", pairs[i].on,
			      pairs[i].under, contrast);
	}
	arena_free(arena);
}

/* Rules are put into a style element, the script into a script element, as they are. */
Test(html_style, does_not_end_the_element_that_it_stands_in)
{
	struct arena *arena = arena_new();

	cr_expect_null(strstr(file_text(arena, file, NULL), "</"));
	cr_expect_null(strstr(file_text(arena, "layouts/html.js", NULL), "</"));
	cr_expect_null(strstr(file_text(arena, "layouts/html.js", NULL), "<!--"));
	arena_free(arena);
}

Test(html_style, loads_nothing)
{
	struct arena *arena = arena_new();
	const char *rules = file_text(arena, file, NULL);

	cr_expect_null(strstr(rules, "url("));
	cr_expect_null(strstr(rules, "@import"));
	arena_free(arena);
}
