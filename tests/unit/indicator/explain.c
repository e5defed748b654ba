#include "indicator/explain.h"

#include <criterion/criterion.h>

#include "base/buffer.h"

Test(explain, writes_a_step_as_an_indented_line)
{
	struct buffer out;

	buffer_init(&out);
	explain_step(&out, "a = %s", "3");
	explain_step(&out, "%d events", 4);
	cr_expect_str_eq(buffer_text(&out), "    a = 3\n    4 events\n");
	buffer_clear(&out);
}

Test(explain, writes_numbers_as_a_second_analyst_would_type_them)
{
	struct explain_numbers numbers = { 0 };

	cr_expect_str_eq(explain_number(&numbers, 3), "3");
	cr_expect_str_eq(explain_number(&numbers, 100000), "100000");
	cr_expect_str_eq(explain_number(&numbers, 1.0 / 3), "0.333333333333");
	cr_expect_str_eq(explain_number(&numbers, -0.25), "-0.25");
}

/* One step holds at most eight numbers. */
Test(explain, keeps_eight_numbers_for_one_step)
{
	struct explain_numbers numbers = { 0 };
	const char *texts[8];

	for (int i = 0; i < 8; i++)
		texts[i] = explain_number(&numbers, i);
	for (int i = 0; i < 8; i++)
		cr_expect_eq(texts[i][0], '0' + i);
}
