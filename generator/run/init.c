/*
 * init.c - a new report: spec, made-up figures, and the sheet that asks for real ones.
 */
#include <dirent.h>
#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/outfile.h"
#include "base/path.h"
#include "init/init.h"
#include "run/command.h"
#include "run/share.h"

/* True when nothing is there, or a folder with nothing in it. */
static bool is_free(const char *folder)
{
	DIR *listing = opendir(folder);
	const struct dirent *entry;
	bool empty = true;

	if (listing == NULL)
		return errno == ENOENT;
	while (empty && (entry = readdir(listing)) != NULL)
		empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
	closedir(listing);
	return empty;
}

static void say_files(struct command_line *line, const struct init_plan *plan, const char *folder,
		      const struct outfile_set *files)
{
	for (size_t i = 0; i < outfile_set_count(files); i++)
		buffer_printf(&line->out, "%s/%s\n", folder, outfile_set_name(files, i));
	buffer_printf(&line->out,
		      "The figures are made up. Send %s/data-request.html to the people who have "
		      "the data, then:\n  gradient build %s/%s\n",
		      folder, folder, plan->spec);
}

void command_init(struct command_line *line)
{
	const char *share = share_find(line->arena), *folder;
	const struct init_plan *plan;
	struct outfile_set *files;

	if (line->operand_count != 3) {
		diag_add(line->diags, DIAG_USAGE, (struct location){ 0 },
			 "init takes a kind and a folder",
			 "gradient init icb|acute|mental-health|community|ambulance|appendix DIR");
		return;
	}
	folder = line->operands[2];
	plan = init_plan_new(line->arena, share, line->operands[1], line->body, line->diags);
	if (plan == NULL)
		return;
	if (!is_free(folder)) {
		diag_add(line->diags, DIAG_OUTPUT_UNWRITABLE, (struct location){ 0 }, folder,
			 "it is there already, and init overwrites nothing; name a new folder");
		return;
	}
	files = outfile_set_new(line->arena, folder);
	init_sample(plan, files);
	if (init_fill(plan, files) && init_request(plan, share, files) &&
	    outfile_set_write(files, line->diags))
		say_files(line, plan, folder, files);
	outfile_set_free(files);
}
