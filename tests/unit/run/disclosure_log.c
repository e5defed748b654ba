/* What the lead for information governance reads of a report. */

#include "run/disclosure_log.h"

#include <criterion/criterion.h>
#include <string.h>

#include "support/fixture.h"
#include "support/planted.h"
#include "support/program.h"

TestSuite(disclosure_log, .init = fixture_set_up, .fini = fixture_tear_down);

Test(disclosure_log, names_hidden_figures_without_numbers_or_what_was_small)
{
	const char *folder = scratch_new(arena), *log;

	planted_write(folder);
	planted_run(folder, (const char *[]){ "build", "report.xml", "-o", "out", "--formats",
					      "svg", NULL });
	log = planted_shell(folder, "cat out/disclosure-log.csv");
	cr_expect_not_null(strstr(log, "local,2024,QNV,deprivation-quintile,1 most deprived,all,"
				       "numerator; figure,LOCAL-5,local,local\n"));
	cr_expect_not_null(strstr(log, "local,2024,QNV,deprivation-quintile,2,all,"
				       "numerator; figure,LOCAL-5,local,local\n"));
	cr_expect_null(strstr(log, "deprivation-quintile,3,all,numerator; figure,LOCAL-5,local"));
	planted_expect_none(log, "the log");
	log = planted_shell(folder, "cat out/disclosure-summary.csv");
	cr_expect_not_null(strstr(log, "\nlocal,local,LOCAL-5,"));
	cr_expect_not_null(strstr(log, "\nactivity,activity,HES-5,"));
	scratch_free(folder);
}
