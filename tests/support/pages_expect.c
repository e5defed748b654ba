#include "support/pages_expect.h"

#include <criterion/criterion.h>

#include "base/diag.h"

void paper_expect_none(const struct paper *paper, paper_check *check)
{
	const char *fault = check(paper);

	cr_assert_null(fault, "%s", fault);
}

size_t paper_pages_between(const struct paper *paper, const char *first, const char *last)
{
	return paper_page(paper, last) - paper_page(paper, first);
}

void paper_sweep(paper_step *make, paper_step *look_at)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);

		for (size_t fill = 0; fill <= PAPER_FILL_MOST; fill++) {
			paper_begin(paper);
			paper_fill(paper, fill);
			make(paper);
			paper_fill(paper, 3);
			paper_lay_out(paper);
			cr_assert_eq(diag_count(paper->diags), 0);
			look_at(paper);
		}
		paper_free(paper);
	}
}
