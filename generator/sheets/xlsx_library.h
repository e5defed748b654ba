/*
 * xlsx_library.h - the functions of libxlsxwriter, which is loaded when a workbook for Excel is made.
 */
#ifndef GRADIENT_SHEETS_XLSX_LIBRARY_H
#define GRADIENT_SHEETS_XLSX_LIBRARY_H

#include <xlsxwriter.h>

#include "base/late_library.h"

#define XLSX_FUNCTIONS(FUNCTION)                                                                   \
	FUNCTION(format_set_align)                                                                 \
	FUNCTION(format_set_bold)                                                                  \
	FUNCTION(format_set_font_color)                                                            \
	FUNCTION(format_set_font_name)                                                             \
	FUNCTION(format_set_font_size)                                                             \
	FUNCTION(format_set_indent)                                                                \
	FUNCTION(format_set_num_format)                                                            \
	FUNCTION(format_set_text_wrap)                                                             \
	FUNCTION(format_set_underline)                                                             \
	FUNCTION(lxw_strerror)                                                                     \
	FUNCTION(lxw_version)                                                                      \
	FUNCTION(workbook_add_format)                                                              \
	FUNCTION(workbook_add_worksheet)                                                           \
	FUNCTION(workbook_close)                                                                   \
	FUNCTION(workbook_new)                                                                     \
	FUNCTION(workbook_set_custom_property_string)                                              \
	FUNCTION(workbook_set_properties)                                                          \
	FUNCTION(worksheet_add_table)                                                              \
	FUNCTION(worksheet_fit_to_pages)                                                           \
	FUNCTION(worksheet_set_column)                                                             \
	FUNCTION(worksheet_set_landscape)                                                          \
	FUNCTION(worksheet_set_paper)                                                              \
	FUNCTION(worksheet_set_row)                                                                \
	FUNCTION(worksheet_write_number)                                                           \
	FUNCTION(worksheet_write_string)                                                           \
	FUNCTION(worksheet_write_url_opt)
struct xlsx_library {
	XLSX_FUNCTIONS(LATE_POINTER)
};

/* False after a diagnostic, which is none without diags. */
bool xlsx_library_load(struct xlsx_library *library, struct diag_list *diags);

#endif
