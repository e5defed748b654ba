#include "support/awkward.h"

/* -- descriptions ----------------------------------------------------------------------------- */

#define MAP(column, role) "<map column=\"" column "\" as=\"" role "\"/>"
#define SET(role, value) "<set as=\"" role "\" to=\"" value "\"/>"
#define WHERE(column, value) "<where column=\"" column "\" is=\"" value "\"/>"
#define LABEL(role, from, to) "<label as=\"" role "\" from=\"" from "\" to=\"" to "\"/>"
#define MISSING(text, state) "<missing value=\"" text "\" means=\"" state "\"/>"

#define COMPENDIUM                                                                                 \
	MAP("YEAR", "period")                                                                      \
	MAP("NEW_CODE", "organisation")                                                            \
	MAP("ORG_TITLE", "organisation-name")                                                      \
	MAP("SEX_CODE", "sex")                                                                     \
	LABEL("sex", "P", "all")                                                                   \
	MAP("OBS", "numerator") MAP("DSR", "value") MAP("LOWER", "lower") MAP("UPPER", "upper")

#define AUTHORITIES                                                                                \
	SET("period", "2019")                                                                      \
	MAP("Upper Tier Local Authority District code (2019)", "organisation")                     \
	MAP("Upper Tier Local Authority District name (2019)", "organisation-name")                \
	MAP("IMD - Average score", "value")

#define MEDICINES(count)                                                                           \
	SET("period", "2018")                                                                      \
	MAP("BNFcode", "organisation")                                                             \
	MAP("BNFname", "organisation-name") MAP(count, "numerator") MAP("Quantity", "denominator")

#define SURVIVAL(lower)                                                                            \
	MAP("Geography code", "organisation")                                                      \
	MAP("Geography", "organisation-name")                                                      \
	"<series>" SET("period", "2000") MAP("survival_01", "value") MAP("lb_01", "lower")         \
		MAP("ub_01", "upper") "</series><series>" SET("period", "2003")                    \
			MAP("survival_04", "value") MAP(lower, "lower")                            \
				MAP("ub_04", "upper") "</series>"

/* Ages stand in two columns, from and to; the rows of two ages are taken. */
#define UPLOAD_NEXT(period)                                                                              \
	MAP("area_code", "organisation")                                                                 \
	MAP(period, "period")                                                                            \
	MAP("sex", "sex")                                                                                \
	MAP("count", "numerator")                                                                        \
	MAP("denominator", "denominator")                                                                \
	"<map column=\"deprivation_decile\" as=\"group\" classification=\"deprivation-decile\"/>" WHERE( \
		"age_from_years_inclusive", "5|15")

#define UPLOAD_NEXT_NUMBERED                                                                       \
	MAP("1", "organisation")                                                                   \
	MAP("3", "period")                                                                         \
	MAP("5", "sex")                                                                            \
	MAP("10", "numerator")                                                                     \
	MAP("12", "denominator")                                                                   \
	"<map column=\"8\" as=\"group\" classification=\"deprivation-decile\"/>" WHERE("6", "5|15")

#define UPLOAD(lower, upper)                                                                       \
	MAP("Year", "period")                                                                      \
	MAP("AreaCode", "organisation")                                                            \
	MAP("SexId", "sex")                                                                        \
	LABEL("sex", "4", "all")                                                                   \
	MAP("Count", "numerator")                                                                  \
	MAP("Denominator", "denominator")                                                          \
	MAP("Value", "value") MAP(lower, "lower") MAP(upper, "upper") MISSING("-1", "not-available")

#define SUBNATIONAL(indicator)                                                                     \
	MAP("Period", "period")                                                                    \
	MAP("AREACD", "organisation")                                                              \
	MAP("AREANM", "organisation-name") WHERE("Indicator", indicator)

#define ANTIPSYCHOTICS                                                                             \
	SET("period", "2021")                                                                      \
	SET("organisation", "E92000001")                                                           \
	MAP("group", "dimension")                                                                  \
	MAP("variable", "group")                                                                   \
	LABEL("dimension", "ageband", "age")                                                       \
	LABEL("dimension", "imd", "deprivation-quintile")                                          \
	LABEL("dimension", "ethnicity", "ethnic-category")                                         \
	LABEL("dimension", "region", "organisation")

#define WINDOWS "encoding=\"windows-1252\" skip-rows=\"1\""

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
	/* A period that is no date is a period in words, in its own right. */
	{ "ftnext_ValidHeadersInvalidDataRows.csv",
	  "",
	  UPLOAD_NEXT("date_to"),
	  "ratio",
	  4,
	  0,
	  { "figure,2024-12-AB,U25656,deprivation-decile,1 most deprived,Female,value,shown,",
	    "figure,2024-12-31,U25656,deprivation-decile,2,all,value,shown," },
	  NULL },
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

const struct awkward_fault awkward_faults[] = {
	{ "empty.csv", "", SUBNATIONAL("x") MAP("Value", "value"), "given",
	  "DATA/empty.csv: error: the data file is empty [DAT02]\n", 1 },
	{ "xlsx_named_as.csv", "", SUBNATIONAL("x") MAP("Value", "value"), "given",
	  "DATA/xlsx_named_as.csv: error: the data file is not a CSV file: it is a workbook (Excel "
	  "or OpenDocument) or a zip archive [DAT03]\n",
	  1 },
	{ "cr_only_macroman_pound.csv", "", MEDICINES("NIC"), "ratio",
	  "DATA/cr_only_macroman_pound.csv:2:75: error: the text does not fit the encoding: byte "
	  "0xE5 is not utf-8 [DAT04]\n    hint: the bytes look like macintosh: set "
	  "encoding=\"macintosh\" on the source",
	  1 },
	{ "cr_only_macroman_pound.csv", "encoding=\"macintosh\"", MEDICINES("NICperDose"), "ratio",
	  "DATA/cr_only_macroman_pound.csv:2:75: error: not a number: numerator=", 10 },
	{ "cr_only_wide_cancer_survival.csv", "", SURVIVAL("b_04"), "given",
	  ": error: the data file has no such column: \"b_04\" in "
	  "dirty/cr_only_wide_cancer_survival.csv [DAT20]\n    hint: did you mean \"lb_04\"?",
	  1 },
	{ "ftnext_DuplicateHeadersAndValidDataRows.csv", "", UPLOAD_NEXT("date_from"), "ratio",
	  "DATA/ftnext_DuplicateHeadersAndValidDataRows.csv:1:21: error: the name of a column is "
	  "not unique: \"date_from\" is column 2 and column 3 [DAT08]\n",
	  1 },
	{ "ftnext_ValidHeadersAndNoDataRows.csv", "", UPLOAD_NEXT("date_to"), "ratio",
	  "report.xml:3:3: error: no row of the file is used: file: 0 rows, 0 filtered out, 0 of "
	  "other indicators [DAT34]\n",
	  1 },
	/* The figures are made up: the limits lie beside the value. */
	{ "ftnext_ValidHeadersAndValidDataRows.csv", "",
	  UPLOAD_NEXT("date_to") MAP("value", "value") MAP("lower_ci_95", "lower")
		  MAP("upper_ci_95", "upper"),
	  "given",
	  "DATA/ftnext_ValidHeadersAndValidDataRows.csv:2: error: a value lies outside its own "
	  "limits: 5678 is not from 5678 to 1234 [DAT37]\n",
	  4 },
	/* Without the filter two ages, and periods of several kinds, fall together. */
	{ "ftnext_ValidHeadersAndValidDataRows.csv", "",
	  MAP("area_code", "organisation") MAP("date_to", "period") MAP("count", "numerator")
		  WHERE("sex", "persons"),
	  "count",
	  "DATA/ftnext_ValidHeadersAndValidDataRows.csv:6: error: two totals that disagree: the "
	  "other one is DATA/ftnext_ValidHeadersAndValidDataRows.csv:4 [DAT29]\n",
	  4 },
	{ "ftnext_MostlyValidHeadersAndValidDataRows.csv", "",
	  UPLOAD_NEXT("date_to") MAP("value", "value") MAP("lower_ci_99_8", "lower")
		  MAP("upper_ci_99_8", "upper"),
	  "given",
	  ": error: the data file has no such column: \"upper_ci_99_8\" in "
	  "dirty/ftnext_MostlyValidHeadersAndValidDataRows.csv [DAT20]\n    hint: did you mean ",
	  1 },
	{ "upload-duplicate-rows_complex_grouping.csv", "", UPLOAD("LowerCI95", "UpperCI95"),
	  "given",
	  "DATA/upload-duplicate-rows_complex_grouping.csv:24: error: two totals that disagree: "
	  "the other one is DATA/upload-duplicate-rows_complex_grouping.csv:23 [DAT29]\n",
	  10 },
	{ "upload-new-data-columns-different-order.csv", "",
	  MAP("Year", "period") MAP("AreaCode", "organisation") MAP("Count", "numerator"), "count",
	  "DATA/upload-new-data-columns-different-order.csv:2:1: error: a count is negative: "
	  "numerator=\"-1\" [DAT25]\n    hint: declare it with missing when it stands for no "
	  "value\n",
	  2 },
	{ "upload-non-numeric-data.csv", "", UPLOAD("LowerCI", "UpperCI"), "given",
	  "DATA/upload-non-numeric-data.csv:2:35: error: not a number: value=\"#DIV/0!\" [DAT24]\n "
	  "   hint: declare a marker with missing value=\"...\" means=\"...\"\n",
	  1 },
	{ "windows1252_preamble_sample.csv", "skip-rows=\"1\"",
	  SUBNATIONAL("Employment") MAP("Value", "value"), "given",
	  "DATA/windows1252_preamble_sample.csv:4:148: error: the text does not fit the encoding: "
	  "byte 0xA3 is not utf-8 [DAT04]\n    hint: the bytes look like windows-1252: set "
	  "encoding=\"windows-1252\" on the source",
	  1 },
	{ "windows1252_preamble_ons_subnational.csv.gz", WINDOWS,
	  SUBNATIONAL("Net additions to the housing stock") MAP("Value", "value"), "given",
	  "DATA/windows1252_preamble_ons_subnational.csv.gz:10165:170: error: not a number: "
	  "value=\"1,447\" [DAT24]\n    hint: write thousands=\"true\" on the map when numbers "
	  "have commas\n",
	  10 },
	{ "quoted_thousands_padded_smi.csv", "",
	  ANTIPSYCHOTICS "<map column=\"total\" as=\"numerator\" thousands=\"true\"/>", "count",
	  "DATA/quoted_thousands_padded_smi.csv:2:49: error: not a number: numerator=\"205,265 "
	  "(37)\" [DAT24]\n",
	  10 },
	{ "quoted_thousands_padded_smi.csv", "", ANTIPSYCHOTICS MAP("rate.y", "value"), "given",
	  "DATA/quoted_thousands_padded_smi.csv:43:49: error: not a number: value=\"NA\" [DAT24]\n",
	  1 },
	{ "mixed_thousands_percent_in_cell.csv", "",
	  ANTIPSYCHOTICS "<map column=\"total\" as=\"numerator\" thousands=\"true\"/>", "count",
	  "DATA/mixed_thousands_percent_in_cell.csv:2:114: error: not a number: "
	  "numerator=\"59968090 (100)\" [DAT24]\n",
	  10 },
};

const size_t awkward_fault_count = sizeof(awkward_faults) / sizeof(awkward_faults[0]);
