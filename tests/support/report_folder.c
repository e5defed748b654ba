#include "support/report_folder.h"

#include "base/arena.h"
#include "base/path.h"
#include "support/program.h"
#include "support/small_report.h"

struct arena *report_arena;
const char *report_folder;

void report_folder_set_up(void)
{
	report_arena = arena_new();
	report_folder = scratch_new(report_arena);
	small_report_write(report_arena, report_folder, "annual-report-a4");
}

void report_folder_tear_down(void)
{
	scratch_free(report_folder);
	arena_free(report_arena);
}

const char *report_file(const char *name)
{
	return path_join(report_arena, report_folder, name);
}
