#include "sheets/xlsx_library.h"

#include "sheets/workbook.h"

static const struct late_function functions[] = { XLSX_FUNCTIONS(LATE_FUNCTION) };

bool xlsx_library_load(struct xlsx_library *library, struct diag_list *diags)
{
	return late_library_load(
		&(struct late_library){ SONAME_XLSXWRITER, functions, LATE_COUNT(functions) },
		library, diags);
}

const char *xlsx_library_version(void)
{
	struct xlsx_library library;

	return xlsx_library_load(&library, NULL) ? library.lxw_version() : NULL;
}
