/* Standard populations: what the program comes with, what a report may give itself, and their names. */
#include "data/standard_read.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "data/reference_read.h"
#include "support/figures_expect.h"
#include "support/messages.h"
#include "support/program.h"

TestSuite(data_standard_read, .init = fixture_set_up, .fini = fixture_tear_down);

/* -- those of the program --------------------------------------------------------------------- */

static const struct reference *shipped(void)
{
	const struct reference *reference = reference_read(arena, "inputs/reference", diags);

	cr_assert_not_null(reference, "%s", messages_text(arena, diags));
	return reference;
}

static double sum_of(const struct standard_population *standard)
{
	double sum = 0;

	for (size_t i = 0; i < standard->count; i++)
		sum += standard->bands[i].weight;
	return sum;
}

/* The European ones count 100,000 people, however finely they are cut; the sum that the WHO published is 100.035%. */
Test(data_standard_read, has_standards_that_are_whole)
{
	const struct reference *reference = shipped();

	cr_expect_eq(reference->standard_count, 5);
	for (size_t i = 0; i < reference->standard_count; i++) {
		const struct standard_population *standard = &reference->standards[i];
		bool european = strncmp(standard->name, "esp", 3) == 0;
		double sum = sum_of(standard), all = 0;

		cr_expect_float_eq(sum, european ? 100000 : 100.035, 1e-9, "%s: %g",
				   standard->scheme, sum);
		cr_expect(standard_weight(standard, 0, -1, &all), "%s", standard->scheme);
		cr_expect_float_eq(all, sum, 1e-9);
		cr_expect(strlen(standard->label) > 10 && strlen(standard->source) > 10, "%s",
			  standard->scheme);
	}
}

/* Every band of a cut has the same weight in another cut of the standard that it can be made up of. */
Test(data_standard_read, has_cuts_that_agree)
{
	const struct reference *reference = shipped();
	size_t compared = 0;

	for (size_t i = 0; i < reference->standard_count; i++)
		for (size_t j = 0; j < reference->standard_count; j++) {
			const struct standard_population *one = &reference->standards[i];
			const struct standard_population *other = &reference->standards[j];

			for (size_t k = 0;
			     i != j && strcmp(one->name, other->name) == 0 && k < one->count; k++) {
				const struct standard_band *band = &one->bands[k];
				double weight;

				if (!standard_weight(other, band->lower, band->upper, &weight))
					continue;
				cr_expect_eq(weight, band->weight, "%s and %s at %g", one->scheme,
					     other->scheme, band->lower);
				compared++;
			}
		}
	/* All 19 and 18 coarse bands; of the fine ones 17, and 17 but the first two and the last two. */
	cr_expect_eq(compared, 19 + 17 + 18 + 17, "%zu", compared);
}

static void expect_weight(const char *name, double lower, double upper, double wanted)
{
	double weight = -7;

	cr_expect(standard_weight(standard_find(shipped(), name), lower, upper, &weight));
	cr_expect_float_eq(weight, wanted, 1e-12, "%s %g: %g", name, lower, weight);
}

/* Published: European 1976 and 2013 at the ends of life; WHO children, and 85 and over as four bands. */
Test(data_standard_read, has_the_published_weights)
{
	expect_weight("esp1976", 0, 4, 8000);
	expect_weight("esp1976", 50, 54, 7000);
	expect_weight("esp1976", 85, -1, 1000);
	expect_weight("esp2013", 0, 4, 5000);
	expect_weight("esp2013", 90, -1, 1000);
	expect_weight("who2000", 0, 14, 8.86 + 8.69 + 8.60);
	expect_weight("who2000", 85, -1, 0.44 + 0.15 + 0.04 + 0.005);
}

/* -- those of a report ------------------------------------------------------------------------ */

static const char *last_said;

/* The report with a standard in a file; without errors when message is "". */
static const struct reference *with_own(const char *text, const char *message)
{
	const char *folder = scratch_new(arena);
	const struct figures_parts parts = {
		.rows = "age,n,d\n0-14,1,10\n",
		.rules = "<set as='period' to='2024'/><map column='age' as='age'/>"
			 "<map column='n' as='numerator'/><map column='d' as='denominator'/>",
		.sources = "<standard id='own' href='own.csv' title='People of here'/>",
		.indicators = "<indicator id='A' method='dsr' per='1000' standard='own'>"
			      "<name>A</name></indicator>",
		.folder = folder,
	};
	struct figures figures;

	file_write(path_join(arena, folder, "own.csv"), text, strlen(text));
	figures = figures_of(arena, &parts);
	scratch_free(folder);
	figures.said = text_replace(arena, figures.said,
				    "error: a standard population cannot be used: ", "");
	last_said = figures.said;
	if (message[0] == '\0')
		cr_expect_str_eq(figures.said, "", "%s", text);
	else
		cr_expect_not_null(strstr(figures.said, message), "%s\nis not\n%s", figures.said,
				   message);
	cr_expect_eq(figures.dataset == NULL, message[0] != '\0');
	return figures.reference;
}

static void expect_own(const char *text, double under_15, double others)
{
	const struct standard_population *own = standard_find(with_own(text, ""), "own");
	double weight = -7;

	cr_assert_not_null(own, "%s", text);
	cr_expect_eq(own->count, 2);
	cr_expect(standard_weight(own, 0, 14, &weight));
	cr_expect_eq(weight, under_15, "%s: %g", text, weight);
	cr_expect(standard_weight(own, 15, 14, &weight));
	cr_expect_eq(weight, others, "%s: %g", text, weight);
}

Test(data_standard_read, takes_one_of_the_report)
{
	const struct standard_population *own;

	expect_own("ageband,weight\nUnder 15,18\n15 and over,82.5\n", 18, 82.5);
	expect_own("weight,lower,upper,note\n82,15,,b\n18,0,14,a\n", 82 - 64, 82);
	expect_own("Ageband,Weight\n15+,1\n0-14,0\n", 0, 1);
	own = standard_find(with_own("ageband,weight\n0-14,1\n", ""), "own");
	cr_expect_str_eq(own->label, "People of here");
	cr_expect_str_eq(own->source, "own.csv");
}

Test(data_standard_read, refuses_bands_that_do_not_follow_each_other)
{
	with_own("ageband,weight\n0-14,1\n15-64,1\n60+,1\n",
		 "own.csv:4:1: 60+ and 15-64 (line 3) overlap [DAT44]");
	with_own("ageband,weight\n0-14,1\n0 to 14,1\n",
		 "own.csv:3:1: 0-14 and 0-14 (line 2) overlap [DAT44]");
	with_own("ageband,weight\n65+,1\n70-74,1\n",
		 "own.csv:3:1: 70-74 and 65+ (line 2) overlap [DAT44]");
	with_own("ageband,weight\n65+,1\n0-14,1\n15-59,1\n",
		 "own.csv:2:1: nothing between 15-59 (line 4) and 65+ [DAT44]");
}

Test(data_standard_read, refuses_cells_that_are_no_band_or_weight)
{
	with_own("ageband,weight\n0-14,-1\n",
		 "own.csv:2:6: weight=\"-1\" is not a number of 0 or more [DAT44]");
	with_own("ageband,weight\n0-14,\n",
		 "own.csv:2:6: weight=\"\" is not a number of 0 or more [DAT44]");
	with_own("ageband,weight\n0-14,1\nold,1\n",
		 "own.csv:3:1: ageband=\"old\" is no age band [DAT44]\n    hint: an age band is "
		 "written 0-4, 5 to 9, 90+ or Under 18");
	with_own("lower,upper,weight\n0.5,14,1\n",
		 "own.csv:2:1: lower=\"0.5\" and upper=\"14\" are no age band [DAT44]");
	with_own("lower,upper,weight\n15,14,1\n",
		 "own.csv:2:1: lower=\"15\" and upper=\"14\" are no age band [DAT44]");
	with_own("lower,upper,weight\n,14,1\n",
		 "own.csv:2:1: lower=\"\" is not a number of 0 or more [DAT44]");
	with_own("lower,upper,weight\n0,x,1\n",
		 "own.csv:2:3: upper=\"x\" is not a number of 0 or more [DAT44]");
}

/* A row that cannot be read leaves a gap that is not the author's. */
Test(data_standard_read, says_nothing_of_gaps_where_a_row_is_wrong)
{
	const char *text = "ageband,weight\n0-14,1\n15-64,x\n65+,1\n";

	with_own(text, "own.csv:3:7: weight=\"x\" is not a number of 0 or more [DAT44]\n");
	cr_expect_null(strstr(last_said, "nothing between"), "%s", last_said);
}

Test(data_standard_read, refuses_files_without_bands)
{
	with_own("ageband,weight\n", "own.csv:1:1: own has no band with a weight above 0 [DAT44]");
	with_own("ageband,weight\n0-14,0\n15+,0\n",
		 "own.csv:1:1: own has no band with a weight above 0 [DAT44]");
	with_own("", "own.csv: error: the data file is empty [DAT02]");
}

Test(data_standard_read, refuses_headers_that_do_not_say_what_is_what)
{
	with_own("ageband,people\n0+,1\n",
		 "own.csv:1:1: the header lacks \"weight\" [DAT44]\n    hint: the header read is: "
		 "ageband, people");
	with_own("age,weight\n0+,1\n",
		 "own.csv:1:1: the header lacks \"ageband\", or \"lower\" and \"upper\" [DAT44]");
	with_own("lower,weight\n0,1\n", "own.csv:1:1: the header lacks \"upper\" [DAT44]");
	with_own("upper,weight\n4,1\n", "own.csv:1:1: the header lacks \"lower\" [DAT44]");
	with_own("ageband,lower,weight\n0-4,0,1\n",
		 "own.csv:1:1: the header has both \"ageband\" and \"lower\" or \"upper\" [DAT44]");
	with_own("ageband,weight,weight\n0-4,0,1\n", "[DAT08]");
}

/* -- names ------------------------------------------------------------------------------------ */

static void expect_names(const char *standards, const char *standard, const char *message)
{
	const struct figures_parts parts = {
		.rows = "age,n,d\n0-14,1,10\n",
		.rules = "<set as='period' to='2024'/><map column='age' as='age'/>"
			 "<map column='n' as='numerator'/><map column='d' as='denominator'/>",
		.sources = standards,
		.indicators = arena_printf(arena,
					   "<indicator id='A' method='dsr' per='1000'\n"
					   " standard='%s'><name>A</name></indicator>",
					   standard),
	};
	struct figures figures = figures_of(arena, &parts);

	cr_expect_str_eq(figures.said, message);
	cr_expect_eq(figures.dataset == NULL, message[0] != '\0');
}

Test(data_standard_read, knows_every_name_that_indicators_ask_for)
{
	expect_names("", "esp2013", "");
	expect_names("", "esp1976", "");
	expect_names("", "who2000", "");
	expect_names(
		"", "esp2012",
		"report.xml:7:12: error: unknown standard population: standard=\"esp2012\" of A "
		"[SPC37]\n    hint: did you mean \"esp2013\"? use one of: esp2013, esp1976, "
		"who2000\n");
}

Test(data_standard_read, keeps_the_names_of_the_program)
{
	expect_names("\n<standard id='who2000' href='none.csv'/>", "esp2013",
		     "report.xml:6:1: error: a standard population of that name exists: who2000 "
		     "[SPC38]\n");
}

Test(data_standard_read, looks_for_files_where_data_may_lie)
{
	expect_names("\n<standard id='x' href='../x.csv'/>", "x",
		     "report.xml:6:24: error: the file lies outside the folders that may be read: "
		     "../x.csv [SPC16]\n    hint: data lie in the folder of the report or below "
		     "it, or in a folder named with --data\n");
}
