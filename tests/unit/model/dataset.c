/* Observations in order, and how they are found. */
#include "model/dataset.h"

#include <criterion/criterion.h>

#include "model/period.h"

static struct observation rows[] = {
	{ .key = { 0, 0, 0, -1, -1, -1 }, .age = AGE_ALL, .line = 2 },
	{ .key = { 0, 0, 0, -1, -1, -1 }, .age = 0, .line = 3 },
	{ .key = { 0, 0, 0, -1, -1, -1 }, .age = 1, .line = 4 },
	{ .key = { 0, 1, 0, 2, 0, -1 }, .age = AGE_ALL, .line = 5 },
	{ .key = { 1, 0, 0, -1, -1, -1 }, .age = AGE_ALL, .line = 6 },
};
static struct period periods[2];
static struct body_change changes[] = {
	{ .on = { 2024, 4, 1 }, .history = HISTORY_BROKEN },
	{ .on = { 2025, 1, 1 }, .history = HISTORY_COMBINED },
};
static struct organisation organisations[] = {
	{ .code = "QNV",
	  .name = "North Vale ICB",
	  .short_name = "North Vale",
	  .other_code = "E54;E55",
	  .file_name = "",
	  .changes = changes,
	  .change_count = 2 },
	{ .code = "RXX",
	  .name = "Vale Trust",
	  .short_name = "Trust",
	  .other_code = "",
	  .file_name = "" },
};
static struct data_source sources[] = { { .id = "a", .file = "a.csv" }, { .id = "b" } };
static struct dataset dataset = { .observations = rows,
				  .count = 5,
				  .periods = periods,
				  .period_count = 2,
				  .organisations = organisations,
				  .organisation_count = 2,
				  .sources = sources,
				  .source_count = 2 };

static void set_up(void)
{
	periods[0] = period_parse("2023/24");
	periods[1] = period_parse("before the war");
}

TestSuite(model_dataset, .init = set_up);

/* Each part of the key decides only when those before it are equal. */
Test(model_dataset, orders_keys_part_by_part)
{
	for (int part = 0; part < 6; part++) {
		int low[6] = { 1, 1, 1, 1, 1, 1 }, high[6] = { 1, 1, 1, 1, 1, 1 };
		struct cell_key a, b;

		high[part] = 2;
		for (int later = part + 1; later < 6; later++)
			low[later] = 9;
		a = (struct cell_key){ low[0], low[1], low[2], low[3], low[4], low[5] };
		b = (struct cell_key){ high[0], high[1], high[2], high[3], high[4], high[5] };
		cr_expect_lt(cell_key_compare(&a, &b), 0, "%d", part);
		cr_expect_gt(cell_key_compare(&b, &a), 0, "%d", part);
		cr_expect_eq(cell_key_compare(&a, &a), 0);
	}
}

/* Rows of one cell stay in the order of files and lines, so that a run is the same every time. */
Test(model_dataset, orders_rows_of_a_cell_by_age_source_and_line)
{
	struct observation a = rows[0], b = rows[0];

	cr_expect_lt(observation_compare(&rows[0], &rows[1]), 0);
	b.line = 1;
	cr_expect_gt(observation_compare(&a, &b), 0);
	b.source = 1;
	cr_expect_lt(observation_compare(&a, &b), 0);
	b.age = 3;
	a.source = 2;
	cr_expect_lt(observation_compare(&a, &b), 0);
}

/* Those that do not tell the events of each person come last. */
Test(model_dataset, orders_rows_of_an_age_by_the_events_of_each_person)
{
	struct repeats once = { .events = 1 }, twice = { .events = 2 };
	struct observation a = rows[0], b = rows[0];

	a.line = 9;
	a.repeats = &once;
	b.repeats = &twice;
	cr_expect_lt(observation_compare(&a, &b), 0);
	cr_expect_gt(observation_compare(&b, &a), 0);
	b.repeats = NULL;
	cr_expect_lt(observation_compare(&a, &b), 0);
	cr_expect_gt(observation_compare(&b, &a), 0);
}

Test(model_dataset, counts_people_who_had_an_event)
{
	struct repeats several = { 2, 3, NULL }, none = { 0, 90, &several };
	struct observation row = rows[0];

	cr_expect_eq(observation_people(&row), -1);
	row.repeats = &none;
	cr_expect_eq(observation_people(&row), 3);
}

Test(model_dataset, finds_the_rows_of_a_cell)
{
	const struct cell_key total = { 0, 0, 0, -1, -1, -1 }, none = { 0, 1, 0, 2, 1, -1 };
	size_t count;

	cr_expect_eq(dataset_find(&dataset, &total, &count), &rows[0]);
	cr_expect_eq(count, 3);
	cr_expect_eq(dataset_find(&dataset, &rows[4].key, &count), &rows[4]);
	cr_expect_eq(count, 1);
	cr_expect_null(dataset_find(&dataset, &none, &count));
	cr_expect_eq(count, 0);
}

Test(model_dataset, finds_bodies_by_codes_and_names_in_any_case)
{
	cr_expect_eq(organisation_find(&dataset, "qnv"), 0);
	cr_expect_eq(organisation_find(&dataset, "North vale ICB"), 0);
	cr_expect_eq(organisation_find(&dataset, "TRUST"), 1);
	cr_expect_eq(organisation_find(&dataset, "E54"), 0);
	cr_expect_eq(organisation_find(&dataset, "E55"), 0);
	cr_expect_eq(organisation_find(&dataset, ""), -1);
	cr_expect_eq(organisation_find(&dataset, "QN"), -1);
}

Test(model_dataset, finds_periods_by_what_they_mean)
{
	cr_expect_eq(period_find(&dataset, "2023/24"), 0);
	cr_expect_eq(period_find(&dataset, "2023-24"), 0);
	cr_expect_eq(period_find(&dataset, "Before the War"), 1);
	cr_expect_eq(period_find(&dataset, "2023"), -1);
	cr_expect_eq(period_find(&dataset, "2024/25"), -1);
}

Test(model_dataset, knows_where_a_row_stands)
{
	struct location at = observation_location(&dataset, &rows[3]);

	cr_expect_str_eq(at.file, "a.csv");
	cr_expect_eq(at.line, 5);
	cr_expect_eq(source_find(&dataset, "b"), 1);
	cr_expect_eq(source_find(&dataset, "c"), -1);
}

/* A year belongs to the time in which it ends. */
Test(model_dataset, knows_between_which_periods_an_area_changed)
{
	const struct period before = period_parse("2023/24"), after = period_parse("2024/25");
	const struct period later = period_parse("2025/26"), text = period_parse("round one");

	cr_expect_eq(body_break(&dataset, 0, &before, &after), &changes[0]);
	cr_expect_eq(body_break(&dataset, 0, &before, &later), &changes[0]);
	cr_expect_null(body_break(&dataset, 0, &after, &later), "joined by adding up");
	cr_expect_null(body_break(&dataset, 1, &before, &after), "another body");
	cr_expect_null(body_break(&dataset, 0, &before, &text));
	cr_expect_null(body_break(&dataset, 0, &text, &later));
	cr_expect(period_is_before(&before, (struct date){ 2024, 4, 1 }));
	cr_expect_not(period_is_before(&before, (struct date){ 2024, 3, 31 }));
	cr_expect_not(period_is_before(&text, (struct date){ 2024, 4, 1 }));
}
