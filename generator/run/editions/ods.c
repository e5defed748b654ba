#include "base/arena.h"
#include "base/buffer.h"
#include "base/outfile.h"
#include "base/path.h"
#include "run/edition.h"
#include "run/internal.h"
#include "run/run.h"
#include "run/sheets.h"
#include "sheets/sheet_files.h"

static bool make(const struct run *run, struct outfile_set *outputs)
{
	struct buffer bytes;

	buffer_init(&bytes);
	if (!workbook_write_ods(sheets_workbook(run), &bytes, run->diags)) {
		buffer_clear(&bytes);
		return false;
	}
	outfile_set_add(outputs,
			internal_name(run, arena_printf(run->arena, "%s.ods",
							path_stem(run->arena, run->options->spec))),
			&bytes);
	return true;
}

const struct edition edition_ods = { .data_tables = true, .make = make };
