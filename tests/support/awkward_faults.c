#include "support/awkward.h"
#include "support/awkward_rules.h"

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
	  "DATA/cr_only_macroman_pound.csv:2:75: error: not a number: numerator=", 2 },
	{ "cr_only_wide_cancer_survival.csv", "", SURVIVAL("b_04"), "given",
	  ": error: the data file has no such column: \"b_04\" in "
	  "dirty/cr_only_wide_cancer_survival.csv [DAT20]\n    hint: did you mean \"lb_04\"?",
	  1 },
	{ "ftnext_DuplicateHeadersAndValidDataRows.csv", "", UPLOAD_NEXT("date_from"), "ratio",
	  "DATA/ftnext_DuplicateHeadersAndValidDataRows.csv:1:21: error: the name of a column is "
	  "not unique: \"date_from\" is column 2 and column 3 [DAT08]\n",
	  1 },
	/* The first row of data is taken for the header, until the source says that there is none. */
	{ "ftnext_NoHeadersAndValidDataRows.csv", "", UPLOAD_NEXT("date_to"), "ratio",
	  "DATA/ftnext_NoHeadersAndValidDataRows.csv:1:1: error: the data file has no such column: "
	  "none of \"area_code\", \"date_to\", \"sex\", \"count\", \"denominator\", "
	  "\"deprivation_decile\", \"age_from_years_inclusive\" is in the header [DAT20]\n    "
	  "hint: the header read is: U25656, 2024-01-01, ",
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
	/* The broken day of the other column is not read. */
	{ "ftnext_ValidHeadersInvalidDataRows.csv", "", UPLOAD_NEXT("date_to"), "ratio",
	  "DATA/ftnext_ValidHeadersInvalidDataRows.csv:3: error: a period is not the date that it "
	  "looks like: period=\"2024-12-AB\" [DAT41]\n",
	  1 },
	{ "ftnext_ValidHeadersInvalidDataRows.csv", "", UPLOAD_NEXT("date_from"), "ratio",
	  "DATA/ftnext_ValidHeadersInvalidDataRows.csv:2: error: a period is not the date that it "
	  "looks like: period=\"2024-01-AB\" [DAT41]\n",
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
	{ "upload-new-data-missing-columns.csv", "",
	  UPLOAD("LowerCI95", "UpperCI95") WHERE("CategoryTypeId", "-1"), "given",
	  ": error: the data file has no such column: \"CategoryTypeId\" in "
	  "dirty/upload-new-data-missing-columns.csv [DAT20]\n",
	  1 },
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
	  6 },
	{ "quoted_thousands_padded_smi.csv", "",
	  ANTIPSYCHOTICS "<map column=\"total\" as=\"numerator\" thousands=\"true\"/>", "count",
	  "DATA/quoted_thousands_padded_smi.csv:2:49: error: not a number: numerator=\"205,265 "
	  "(37)\" [DAT24]\n",
	  2 },
	{ "quoted_thousands_padded_smi.csv", "", ANTIPSYCHOTICS MAP("rate.y", "value"), "given",
	  "DATA/quoted_thousands_padded_smi.csv:43:49: error: not a number: value=\"NA\" [DAT24]\n",
	  1 },
	{ "mixed_thousands_percent_in_cell.csv", "",
	  ANTIPSYCHOTICS "<map column=\"total\" as=\"numerator\" thousands=\"true\"/>", "count",
	  "DATA/mixed_thousands_percent_in_cell.csv:2:114: error: not a number: "
	  "numerator=\"59968090 (100)\" [DAT24]\n",
	  2 },
};

const size_t awkward_fault_count = sizeof(awkward_faults) / sizeof(awkward_faults[0]);
