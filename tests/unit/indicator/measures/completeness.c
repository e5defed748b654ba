/* Of how many records the group is known, through the whole program. */

#include <criterion/criterion.h>

#include "support/fifths.h"

#define KNOWN FIFTHS_HEAD "deprivation,1,300,1000\ndeprivation,5,100,3000\n"

Test(completeness_measure, counts_the_records_that_come_with_the_groups)
{
	cr_expect_float_eq(
		fifths_measure((struct statement_parts){ .rows = KNOWN
							 "all,,450,5000\ndeprivation,unknown,50,"
							 "1000\n" },
			       MEASURE_COMPLETENESS)
			.estimate,
		80, 1e-12);
	/* Of rates it is the events that come with a group. */
	cr_expect_float_eq(
		fifths_measure((struct statement_parts){ .method = "crude-rate",
							 .per = "1000",
							 .unit = "Admissions per 1,000",
							 .rows = KNOWN
							 "all,,450,5000\ndeprivation,unknown,45,"
							 "1000\n" },
			       MEASURE_COMPLETENESS)
			.estimate,
		90, 1e-12);
}

Test(completeness_measure, needs_both_counts)
{
	fifths_expect_state(KNOWN "all,,450,5000\ndeprivation,unknown,*,*\n", MEASURE_COMPLETENESS,
			    VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
	fifths_expect_state(KNOWN "all,,450,5000\ndeprivation,unknown,50,x\n", MEASURE_COMPLETENESS,
			    VALUE_NOT_AVAILABLE, REASON_NO_NUMERATOR);
	fifths_expect_state(KNOWN "all,,450,x\ndeprivation,unknown,50,1000\n", MEASURE_COMPLETENESS,
			    VALUE_NOT_AVAILABLE, REASON_NO_TOTAL);
	fifths_expect_state(KNOWN "all,,0,0\ndeprivation,unknown,0,0\n", MEASURE_COMPLETENESS,
			    VALUE_NOT_AVAILABLE, REASON_NO_TOTAL);
	fifths_expect_state(KNOWN "all,,40,400\ndeprivation,unknown,50,1000\n",
			    MEASURE_COMPLETENESS, VALUE_NOT_AVAILABLE, REASON_NO_TOTAL);
}
