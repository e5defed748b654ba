/* Rows of people by how many events each had, put together. */
#include "data/dataset_merge.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/figures_expect.h"

TestSuite(data_dataset_merge_repeats, .init = fixture_set_up, .fini = fixture_tear_down);

#define WITH_REPEATS                                                                               \
	"<map column='period' as='period'/><map column='age' as='age'/>"                           \
	"<map column='f' as='events-per-person'/><map column='n' as='numerator'/>"                 \
	"<map column='d' as='denominator'/><missing value='*' means='suppressed'/>"                \
	"<missing value='' means='not-available'/>"

/* "events x people" of an observation, those with fewer events first, and how many rows it is made of. */
static const char *repeats_text(const struct observation *row)
{
	const char *text = arena_printf(arena, "%u:", row->more + 1);

	for (const struct repeats *at = row->repeats; at != NULL; at = at->next)
		text = arena_printf(arena, "%s %gx%g", text, at->events, at->people);
	return text;
}

static void expect_repeats(struct figures_parts parts, const char *rows, const char *repeats)
{
	struct figures figures = figures_of(arena, &parts);

	cr_assert_not_null(figures.dataset, "%s", figures.said);
	cr_expect_str_eq(figures_text(arena, figures.dataset), rows);
	cr_expect_str_eq(repeats_text(&figures.dataset->observations[0]), repeats);
}

Test(data_dataset_merge_repeats, puts_people_with_one_event_two_and_more_together)
{
	const char *wanted = "A 2024 QNV - - - 0-4 20 100 - - - 2\n";

	expect_repeats((struct figures_parts){ .rows = "period,age,f,n,d\n2024,0-4,1,8,100\n"
						       "2024,0-4,2,3,100\n2024,0-4,6,1,\n",
					       .rules = WITH_REPEATS },
		       wanted, "3: 1x8 2x3 6x1");
	/* In whatever order, and rows twice count once. */
	expect_repeats((struct figures_parts){ .rows = "period,age,f,n,d\n2024,0-4,1,8,100\n"
						       "2024,0-4,6,1,100\n2024,0-4,2,3,100\n"
						       "2024,0-4,6,1,100\n",
					       .rules = WITH_REPEATS },
		       wanted, "3: 1x8 2x3 6x1");
	expect_repeats((struct figures_parts){ .rows = "period,age,f,n,d\n2024,0-4,1,8,100\n"
						       "2024,0-4,2,*,100\n",
					       .rules = WITH_REPEATS },
		       "A 2024 QNV - - - 0-4 * 100 - - - 2\n", "2: 1x8 2x0");
}

/* Of two sites: 5 and 3 people with one event, 1 with two. */
Test(data_dataset_merge_repeats, adds_people_with_as_many_events)
{
	expect_repeats((struct figures_parts){ .rows = "period,age,f,n,d\n2024,0-4,1,5,60\n"
						       "2024,0-4,2,1,60\n2024,0-4,1,3,40\n"
						       "2024,0-4,2,0,40\n",
					       .attributes = "combine='sum'",
					       .rules = WITH_REPEATS },
		       "A 2024 QNV - - - 0-4 10 100 - - - 2\n", "4: 1x8 2x1");
}

/* A column for each number of events. */
Test(data_dataset_merge_repeats, takes_people_by_events_from_the_columns_of_one_row)
{
	expect_repeats(
		(struct figures_parts){ .rows = "period,once,twice,d\n2024,8,3,100\n",
					.rules = "<map column='period' as='period'/>"
						 "<map column='d' as='denominator'/>"
						 "<series><map column='once' as='numerator'/>"
						 "<set as='events-per-person' to='1'/></series>"
						 "<series><map column='twice' as='numerator'/>"
						 "<set as='events-per-person' to='2'/></series>" },
		"A 2024 QNV - - - - 14 100 - - - 2\n", "1: 1x8 2x3");
}

Test(data_dataset_merge_repeats, refuses_people_by_events_that_contradict_each_other)
{
	figures_expect_refused(
		&(struct figures_parts){ .rows = "period,age,f,n,d\n2024,0-4,1,8,100\n"
						 "2024,0-4,2,3,101\n",
					 .rules = WITH_REPEATS },
		"data.csv:3: error: two rows for one figure: the other one is "
		"data.csv:2 [DAT28]\n");
	figures_expect_refused(
		&(struct figures_parts){ .rows = "period,age,f,n,d\n2024,0-4,1,8,100\n"
						 "2024,0-4,1,3,100\n",
					 .rules = WITH_REPEATS },
		"data.csv:3: error: two rows for one figure: the other one is "
		"data.csv:2 [DAT28]\n");
}

/* The people of the first file, how many had several in the second. */
Test(data_dataset_merge_repeats, takes_people_by_events_and_populations_from_two_files)
{
	expect_repeats(
		(struct figures_parts){
			.rows = "period,f,n,d\n2024,1,8,100\n2024,2,3,100\n",
			.rules = "<map column='period' as='period'/><map column='f' "
				 "as='events-per-person'/><map column='d' as='denominator'/>",
			.sources = "<source id='t' href='data.csv' rule='NONE'><map "
				   "column='period' as='period'/><map column='f' "
				   "as='events-per-person'/><map column='n' as='numerator'/>"
				   "</source>" },
		"A 2024 QNV - - - - 14 100 - - - 2\n", "4: 1x8 2x3");
}
