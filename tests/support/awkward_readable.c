#include "support/awkward.h"
#include "support/awkward_rules.h"

/* Where the same figures are expected of several files. */
#define NEXT_FIGURES                                                                                      \
	{                                                                                                 \
		"figure,2024-12-31,U25656,deprivation-decile,1 most deprived,Male,value,shown,"           \
		"0.9998264190244749,,,3456,3456.6,",                                                      \
			"figure,2024-12-31,U25656,deprivation-decile,1 most deprived,Female,value,shown," \
			"0.6717345434575253,,,2324,3459.7,",                                              \
			"figure,2024-12-31,U25656,deprivation-decile,2,all,value,shown,"                  \
			"0.2681804234427739,,,874,3259,",                                                 \
	}
#define UPLOAD_FIGURES                                                                                 \
	{                                                                                              \
		"figure,2030,E92000001,all,all,Male,value,shown,35.3,34.9,35.7,,56704,given,",         \
			"figure,2030,E92000001,all,all,Female,value,shown,23.4,23,23.7,,60357,given,", \
	}
#define NEXT(name, attributes, rules)                                                              \
	{                                                                                          \
		"ftnext_" name ".csv", attributes, rules, "ratio", 4, 0, NEXT_FIGURES, NULL        \
	}

const struct awkward_file awkward_readable[] = {
	/* Greater London stands there as region and as county, with the same figures. */
	{ "compendium_dsr_blank_cells.csv",
	  "",
	  COMPENDIUM,
	  "given",
	  672,
	  441,
	  { "figure,2017,K04000001,all,all,Male,value,shown,4.28,4.12,4.44,3010,",
	    "figure,2017,E12000007,all,all,all,value,shown,3.2,2.93,3.48,545," },
	  "3 that repeat others" },
	{ "cr_only_bom_utla_imd2019.csv",
	  "",
	  AUTHORITIES,
	  "given",
	  151,
	  0,
	  { "figure,2019,E06000001,all,all,all,value,shown,35.037,",
	    "figure,2019,E06000002,all,all,all,value,shown,40.46," },
	  NULL },
	{ "cr_only_macroman_pound.csv",
	  "encoding=\"macintosh\"",
	  MEDICINES("NIC"),
	  "ratio",
	  49,
	  0,
	  { "figure,2018,0103050E0AAAAAA,all,all,all,value,shown,0.13002327366134694,,,622806.8,"
	    "4789964," },
	  NULL },
	{ "cr_only_wide_cancer_survival.csv",
	  "",
	  SURVIVAL("lb_04"),
	  "given",
	  2 * 257,
	  0,
	  { "figure,2000,E92000001,all,all,all,value,shown,26.3,26.1,26.4,",
	    "figure,2003,E92000001,all,all,all,value,shown,29.3,29.2,29.4,",
	    "figure,2000,E56000003,all,all,all,value,shown,26.1,25.4,26.7," },
	  NULL },
	NEXT("ValidHeadersAndValidDataRows", "", UPLOAD_NEXT("date_to")),
	NEXT("ExtraHeadersAndValidDataRows", "", UPLOAD_NEXT("date_to")),
	NEXT("MostlyValidHeadersAndValidDataRows", "", UPLOAD_NEXT("date_to")),
	NEXT("ValidHeadersAndValidDataRowsWithEmptyLines", "", UPLOAD_NEXT("date_to")),
	NEXT("NoHeadersAndValidDataRows", "header=\"false\"", UPLOAD_NEXT_NUMBERED),
	/*
	 * The headings of the two dates have changed places, and columns are found by their
	 * headings.
	 */
	NEXT("SwitchedHeadersAndValidDataRows", "", UPLOAD_NEXT("date_from")),
	{ "upload-duplicate-rows.csv",
	  "",
	  UPLOAD("LowerCI95", "UpperCI95"),
	  "given",
	  1,
	  0,
	  { "figure,2066,E92000001,all,all,Male,value,shown,35.3,34.9,35.7,,56704,given," },
	  "1 of 2 rows used; 0 filtered out, 0 of other indicators, 0 marked to be skipped, 1 that "
	  "repeat others" },
	{ "upload-duplicate-rows_complex_grouping.csv",
	  "",
	  UPLOAD("LowerCI95", "UpperCI95") WHERE("Month", "12"),
	  "given",
	  312,
	  0,
	  { "figure,2060,RAP,all,all,all,value,shown,0,,,0,,given," },
	  "312 of 2819 rows used; 2506 filtered out, 0 of other indicators, 0 marked to be skipped, "
	  "1 that repeat others" },
	{ "upload-new-data-columns-different-case.csv", "", UPLOAD("LowerCI95", "UpperCI95"),
	  "given", 2, 0, UPLOAD_FIGURES, NULL },
	{ "upload-new-data-columns-different-order.csv", "", UPLOAD("LowerCI95", "UpperCI95"),
	  "given", 2, 0, UPLOAD_FIGURES, NULL },
	{ "upload-new-data-missing-columns.csv", "", UPLOAD("LowerCI95", "UpperCI95"), "given", 2,
	  0, UPLOAD_FIGURES, NULL },
	{ "upload-non-numeric-data.csv",
	  "",
	  UPLOAD("LowerCI", "UpperCI") MISSING("#DIV/0!", "not-available"),
	  "given",
	  0,
	  1,
	  { "figure,2015,E83600,all,all,Female,value,not-available,,,,0,0," },
	  NULL },
	{ "windows1252_preamble_sample.csv",
	  WINDOWS,
	  SUBNATIONAL("Gross Value Added (GVA) per hour worked") MAP("Value", "value"),
	  "given",
	  364,
	  0,
	  { "figure,2020,E06000001,all,all,all,value,shown,31.85," },
	  "364 of 397 rows used" },
	/* A dash in the name of an indicator, a code for two years, and "NA" in two rows. */
	{ "windows1252_preamble_ons_subnational.csv.gz",
	  WINDOWS,
	  SUBNATIONAL("Employment rate (16\xe2\x80\x93"
		      "64-year olds)") MAP("Value", "value") MISSING("NA", "not-available"),
	  "given",
	  377,
	  2,
	  { "figure,2022,E06000001,all,all,all,value,shown,68.2," },
	  "379 of 10758 rows used" },
	{ "windows1252_preamble_ons_subnational.csv.gz",
	  WINDOWS,
	  SUBNATIONAL(
		  "Net additions to the housing stock") "<map column=\"Value\" as=\"value\" thousands=\"true\"/>",
	  "given",
	  346,
	  0,
	  { "figure,202021,E06000011,all,all,all,value,shown,1447,",
	    "figure,202021,E06000001,all,all,all,value,shown,161," },
	  "346 of 10758 rows used" },
	{ "quoted_thousands_padded_smi.csv",
	  "",
	  ANTIPSYCHOTICS MAP("rate.y", "value") MISSING("NA", "not-available"),
	  "given",
	  41,
	  1,
	  { "figure,2021,E92000001,all,all,all,value,shown,381.39,",
	    "figure,2021,E92000001,ethnic-category,Mixed: White and Asian,all,value,shown,352.94,",
	    "figure,2021,E92000001,organisation,Unknown,all,value,not-available," },
	  NULL },
};

const size_t awkward_readable_count = sizeof(awkward_readable) / sizeof(awkward_readable[0]);
