/*
 * verify.c - the command that holds a published statement against the record of the run that made it: are its files
 * those that were made, are the inputs there still those that were read, and does the same run give the same files?
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/outfile.h"
#include "base/path.h"
#include "base/source.h"
#include "data/run_record.h"
#include "run/command.h"
#include "run/record.h"
#include "run/share.h"

struct verification {
	struct command_line *line;
	struct arena *arena;
	const struct run_record *record;
	const char *folder; /* of the record */
	const char *spec;   /* of the report, where it should lie */
	const char *share;
};

/* How many files of a kind were found to be what. */
struct tally {
	size_t same, changed, missing, withheld;
};

static void say(const struct verification *verification, const char *path, const char *what)
{
	verification->line->gaps = true;
	buffer_printf(&verification->line->out, "  %s: %s\n", path, what);
}

/* The digest of a file on the disk; NULL when it cannot be read. */
static const char *digest_of(const struct verification *verification, const char *path)
{
	struct diag_list *files = diag_list_new(verification->arena);

	diag_keep_files(files);
	source_note_file(path, files);
	return diag_file_count(files) == 0 ? NULL : diag_file_at(files, 0)->digest;
}

static void compare_file(const struct verification *verification, const struct record_file *file,
			 const char *folder, struct tally *tally)
{
	const char *path = path_join(verification->arena, folder, file->path);
	const char *digest = digest_of(verification, path);

	if (digest == NULL)
		tally->missing++;
	else if (file->digest == NULL)
		tally->withheld++;
	else if (strcmp(digest, file->digest) == 0)
		tally->same++;
	else
		tally->changed++;
	if (digest == NULL)
		say(verification, path, "is not there");
	else if (file->digest != NULL && strcmp(digest, file->digest) != 0)
		say(verification, path, "is not the file of the record");
}

static void say_tally(const struct verification *verification, const char *what, size_t count,
		      struct tally tally)
{
	struct buffer *out = &verification->line->out;

	buffer_printf(out, "%s: %zu of %zu as recorded", what, tally.same, count);
	if (tally.changed > 0)
		buffer_printf(out, ", %zu changed", tally.changed);
	if (tally.missing > 0)
		buffer_printf(out, ", %zu not there", tally.missing);
	if (tally.withheld > 0)
		buffer_printf(out, ", %zu with protected counts and no digest", tally.withheld);
	buffer_add_char(out, '\n');
}

static void compare_outputs(const struct verification *verification)
{
	const struct run_record *record = verification->record;
	struct tally tally = { 0 };

	for (size_t i = 0; i < record->output_count; i++)
		compare_file(verification, &record->outputs[i], verification->folder, &tally);
	say_tally(verification, "outputs", record->output_count, tally);
}

/* True when none of them is known to be another. */
static bool compare_inputs(const struct verification *verification)
{
	const struct run_record *record = verification->record;
	const char *report_folder = path_folder(verification->arena, verification->spec);
	struct tally tally = { 0 };

	for (size_t i = 0; i < record->input_count; i++)
		compare_file(verification, &record->inputs[i],
			     record->inputs[i].place == PLACE_PROGRAM ? verification->share
								      : report_folder,
			     &tally);
	say_tally(verification, "inputs", record->input_count, tally);
	return tally.changed + tally.missing == 0;
}

/* The options of the recorded run. */
static struct run_options options_of(const struct verification *verification)
{
	const struct run_record *record = verification->record;
	struct arena *arena = verification->arena;
	const char *report_folder = path_folder(arena, verification->spec);
	struct parameter_setting *settings =
		arena_array(arena, record->parameter_count + 1, sizeof(*settings));
	const char **folders = arena_array(arena, record->data_folder_count + 1, sizeof(*folders));

	for (size_t i = 0; i < record->parameter_count; i++)
		settings[i] = (struct parameter_setting){ record->parameters[i].name,
							  record->parameters[i].value };
	for (size_t i = 0; i < record->data_folder_count; i++)
		folders[i] = path_join(arena, report_folder, record->data_folders[i]);
	return (struct run_options){
		.spec = verification->spec,
		.settings = settings,
		.setting_count = record->parameter_count,
		.data_folders = folders,
		.data_folder_count = record->data_folder_count,
		.output = verification->folder,
		.formats = record->formats,
		.pdfa = record->archival,
		.source_date = record->source_date,
		.unsafe_internal = record->unsafe_internal,
	};
}

/* Files that were made again against those of the record; the record itself tells times. */
static void compare_made(const struct verification *verification, const struct outfile_set *outputs)
{
	const struct run_record *record = verification->record;
	struct tally tally = { .missing = record->output_count };

	for (size_t i = 0; i < record->output_count; i++) {
		const struct record_file *file = &record->outputs[i];

		for (size_t k = 0; k < outfile_set_count(outputs); k++) {
			if (strcmp(outfile_set_name(outputs, k), file->path) != 0)
				continue;
			tally.missing--;
			if (strcmp(digest_hex(verification->arena, outfile_set_bytes(outputs, k),
					      outfile_set_size(outputs, k)),
				   file->digest) == 0) {
				tally.same++;
			} else {
				tally.changed++;
				say(verification, file->path, "comes out otherwise");
			}
			break;
		}
	}
	verification->line->gaps = verification->line->gaps || tally.missing > 0;
	say_tally(verification, "made again", record->output_count, tally);
}

/* Notes and warnings were told when the statement was made. */
static void tell_errors(const struct diag_list *from, struct diag_list *to)
{
	for (size_t i = 0; i < diag_count(from); i++) {
		const struct diag *diag = diag_at(from, i);

		if (diag->level == DIAG_ERROR)
			diag_add(to, diag->code, diag->at, diag->detail, diag->hint);
	}
}

static void make_again(const struct verification *verification)
{
	const struct run_options options = options_of(verification);
	struct diag_list *diags = diag_list_new(verification->arena);
	struct run run = run_new(verification->arena, diags, &options);
	struct outfile_set *outputs = outfile_set_new(verification->arena, verification->folder);

	if (run_compute(&run) && run_resolve(&run) && run_layout(&run) &&
	    run_render(&run, outputs)) {
		compare_made(verification, outputs);
	} else {
		verification->line->gaps = true;
		buffer_add_text(&verification->line->out,
				"made again: no, the report has errors\n");
		tell_errors(diags, verification->line->diags);
	}
	outfile_set_free(outputs);
}

/* True when the program and the libraries that draw are those of the record. */
static bool same_versions(const struct verification *verification)
{
	const struct run_record *record = verification->record;
	struct record_pair *versions;
	size_t count = record_versions(verification->arena, NULL, &versions), same = 0;

	for (size_t i = 0; i < record->version_count; i++) {
		const struct record_pair *then = &record->versions[i];
		const char *now = "not in use";

		for (size_t k = 0; k < count; k++)
			if (strcmp(versions[k].name, then->name) == 0)
				now = versions[k].value;
		same += strcmp(now, then->value) == 0;
		if (strcmp(now, then->value) != 0)
			buffer_printf(&verification->line->out, "  %s: then %s, now %s\n",
				      then->name, then->value, now);
	}
	buffer_printf(&verification->line->out, "versions: %zu of %zu as recorded\n", same,
		      record->version_count);
	return same == record->version_count;
}

/* In a line what all of it comes to. */
static void conclude(const struct verification *verification, bool made)
{
	const char *words = "verified: these are the files of the record, and made again they come "
			    "out the same\n";

	if (verification->line->gaps)
		words = "not verified: something differs, see above\n";
	else if (!made)
		words = "verified in part: these are the files of the record; they were not made "
			"again\n";
	buffer_add_text(&verification->line->out, words);
}

static void verify(const struct verification *verification)
{
	bool same;

	compare_outputs(verification);
	if (!path_exists(verification->spec)) {
		buffer_printf(&verification->line->out,
			      "inputs: %s is not there; name the report with --spec\n",
			      verification->spec);
		conclude(verification, false);
		return;
	}
	same = compare_inputs(verification);
	same = same_versions(verification) && same;
	if (same)
		make_again(verification);
	else
		buffer_add_text(&verification->line->out,
				"made again: no, since inputs or versions are others\n");
	conclude(verification, same);
}

void command_verify(struct command_line *line)
{
	struct verification verification = { .line = line, .arena = line->arena };
	const char *path;

	if (!command_operands(line, 1, "RUN.json"))
		return;
	if (line->run.spec != NULL && !path_exists(line->run.spec)) {
		diag_add(line->diags, DIAG_USAGE, (struct location){ 0 },
			 arena_printf(line->arena, "--spec %s", line->run.spec),
			 "there is no such file");
		return;
	}
	path = line->operands[1];
	if (path_exists(arena_printf(line->arena, "%s/.", path)))
		path = path_join(line->arena, path, record_name);
	verification.record = run_record_read(line->arena, path, line->diags);
	if (verification.record == NULL)
		return;
	verification.folder = path_folder(line->arena, path);
	verification.spec = line->run.spec != NULL ? line->run.spec
						   : path_join(line->arena, verification.folder,
							       verification.record->report);
	verification.share = share_find(line->arena);
	verify(&verification);
}
