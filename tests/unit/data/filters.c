#include "data/filters.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/figures_expect.h"

TestSuite(data_filters, .init = fixture_set_up, .fini = fixture_tear_down);

static void expect_taken(const char *conditions, const char *wanted)
{
	const char *rules =
		arena_printf(arena,
			     "%s<map column='n' as='numerator'/><map column='year' as='period'/>"
			     "<set as='denominator' to='10'/>",
			     conditions);
	const struct figures_parts parts = {
		.rows = "year,n,code,day\n2021,1,I21,2024-04-01\n2022,2,I219,2025-03-31\n"
			"2023,3,,31/03/2025\n2024,4,J44,\n",
		.rules = rules,
	};
	struct figures figures = figures_of(arena, &parts);
	char years[64] = "";

	cr_assert_not_null(figures.dataset, "%s", figures.said);
	for (size_t i = 0; i < figures.dataset->count; i++)
		strcat(strcat(years, i == 0 ? "" : " "),
		       figures.dataset->periods[figures.dataset->observations[i].key.period].code);
	cr_expect_str_eq(years, wanted, "%s: %s", conditions, years);
}

Test(data_filters, take_texts_of_a_list_or_all_others)
{
	expect_taken("<where column='code' is='I21|J44'/>", "2021 2024");
	expect_taken("<where column='code' is-not='I21|J44'/>", "2022 2023");
	expect_taken("<where column='code' is='I21|'/>", "2021 2023");
}

Test(data_filters, take_texts_by_how_they_begin)
{
	expect_taken("<where column='code' starts-with='I21'/>", "2021 2022");
	expect_taken("<where column='code' starts-with='J|I219'/>", "2022 2024");
}

Test(data_filters, take_numbers_and_dates_of_a_range)
{
	expect_taken("<where column='n' between='2 to 3'/>", "2022 2023");
	expect_taken("<where column='n' between='to 1'/>", "2021");
	expect_taken("<where column='day' between='2024-04-01 to 2025-03-31'/>", "2021 2022");
	expect_taken("<where column='day' between='2024-04-02 to'/>", "2022");
}

Test(data_filters, take_rows_without_a_value_or_with_one)
{
	expect_taken("<where column='code' missing='true'/>", "2023");
	expect_taken("<where column='code' missing='false'/>", "2021 2022 2024");
}

Test(data_filters, hold_together_or_one_by_one)
{
	expect_taken("<any><where column='n' between='4 to'/><all><where column='code' "
		     "starts-with='I'/><where column='n' is-not='1'/></all></any>",
		     "2022 2024");
	expect_taken("<all><where column='n' between='2 to'/><any><where column='code' "
		     "is='J44'/><where column='code' missing='true'/></any></all>",
		     "2023 2024");
}
