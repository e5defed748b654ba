#include "support/figures_expect.h"

#include <criterion/criterion.h>

void figures_expect(const struct figures_parts *parts, const char *rows, const char *said)
{
	struct figures figures = figures_of(arena, parts);

	cr_expect_str_eq(figures.said, said);
	cr_expect_str_eq(figures_text(arena, figures.dataset), rows);
}

void figures_expect_refused(const struct figures_parts *parts, const char *said)
{
	struct figures figures = figures_of(arena, parts);

	cr_expect_null(figures.dataset);
	cr_expect_str_eq(figures.said, said);
}
