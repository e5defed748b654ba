#include "data/range.h"

#include <criterion/criterion.h>
#include <math.h>

Test(data_range, reads_numbers_from_one_to_another)
{
	struct range range;

	cr_assert(range_parse("18 to 64", &range));
	cr_expect_not(range.of_dates);
	cr_expect_eq(range.least, 18);
	cr_expect_eq(range.most, 64);
	cr_assert(range_parse("-2.5 to -1", &range));
	cr_expect_eq(range.least, -2.5);
	cr_expect_eq(range.most, -1);
}

Test(data_range, leaves_an_end_open_that_is_not_written)
{
	struct range range;

	cr_assert(range_parse("52 to", &range));
	cr_expect_eq(range.least, 52);
	cr_expect(isinf(range.most) && range.most > 0);
	cr_assert(range_parse("to 17", &range));
	cr_expect(isinf(range.least) && range.least < 0);
	cr_expect_eq(range.most, 17);
}

Test(data_range, reads_dates)
{
	struct range range;

	cr_assert(range_parse("2024-04-01 to 2025-03-31", &range));
	cr_expect(range.of_dates);
	cr_expect_eq(range.first.month, 4);
	cr_expect_eq(range.last.day, 31);
	cr_assert(range_parse("to 2025-03-31", &range));
	cr_expect(range.of_dates);
	cr_expect_eq(range.first.year, 0);
}

Test(data_range, refuses_what_is_no_range)
{
	static const char *const texts[] = { "",
					     "to",
					     "18",
					     "18-64",
					     "64 to 18",
					     "18 to many",
					     "2025-03-31 to 2024-04-01",
					     "2024-04-01 to 64",
					     "2024-02-30 to 2024-03-31",
					     "18 until 64",
					     "18to64" };
	struct range range;

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		cr_expect_not(range_parse(texts[i], &range), "%s", texts[i]);
}
