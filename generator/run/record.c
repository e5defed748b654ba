#include "run/record.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/outfile.h"
#include "base/path.h"
#include "data/run_record.h"
#include "indicator/disclosure.h"
#include "model/result.h"
#include "run/edition.h"
#include "run/internal.h"
#include "run/run.h"
#include "run/versions.h"

const char record_name[] = "run.json";

size_t record_versions(struct arena *arena, const struct formats *formats,
		       struct record_pair **versions)
{
	struct buffer lines;
	size_t count = 0, capacity = 0;

	buffer_init(&lines);
	versions_write(&lines, formats);
	*versions = NULL;
	for (const char *at = buffer_text(&lines); *at != '\0';) {
		size_t name = strcspn(at, " \n"), line = strcspn(at, "\n");

		*versions = arena_grow(arena, *versions, count, &capacity, sizeof(**versions));
		(*versions)[count++] = (struct record_pair){
			arena_strndup(arena, at, name),
			line > name ? arena_strndup(arena, at + name + 1, line - name - 1) : "",
		};
		at += line + (at[line] == '\n');
	}
	buffer_clear(&lines);
	return count;
}

static void add_options(struct arena *arena, const struct run *run, struct run_record *record)
{
	const struct run_options *options = run->options;
	const char *report_folder = path_folder(arena, options->spec);
	struct buffer formats;

	record->parameters =
		arena_array(arena, options->setting_count + 1, sizeof(*record->parameters));
	for (size_t i = 0; i < options->setting_count; i++)
		record->parameters[record->parameter_count++] =
			(struct record_pair){ options->settings[i].name,
					      options->settings[i].value };
	record->data_folders =
		arena_array(arena, options->data_folder_count + 1, sizeof(*record->data_folders));
	for (size_t i = 0; i < options->data_folder_count; i++)
		record->data_folders[record->data_folder_count++] =
			path_relative(arena, report_folder, options->data_folders[i]);
	buffer_init(&formats);
	for (const struct edition_entry *at = editions(); at->edition != NULL; at++)
		if (formats_has(&run->formats, at->edition))
			buffer_printf(&formats, "%s%s", formats.length == 0 ? "" : ",", at->name);
	record->formats = buffer_finish(&formats, arena);
	record->archival = options->pdfa;
	record->unsafe_internal = options->unsafe_internal;
}

static bool is_within(const char *way)
{
	return strncmp(way, "../", 3) != 0 && strcmp(way, "..") != 0;
}

static bool is_data_under_a_rule(const struct run *run, const char *path)
{
	const struct dataset *dataset = run->results->dataset;

	for (size_t i = 0; i < dataset->source_count; i++)
		if (strcmp(dataset->sources[i].file, path) == 0 &&
		    disclosure_protects(run->results->effects[i].rule))
			return true;
	return false;
}

/*
 * True of data whose rule hides or rounds counts. Who knows all of a file but one small count could try them until
 * the digest agrees, and the size tells how many digits it has; so neither is published. The same bytes under
 * another name, or under a rule that hides nothing as well, would tell as much.
 */
static bool is_protected(const struct run *run, const struct diag_file *file)
{
	for (size_t i = 0; i < diag_file_count(run->diags); i++) {
		const struct diag_file *other = diag_file_at(run->diags, i);

		if (strcmp(other->digest, file->digest) == 0 &&
		    is_data_under_a_rule(run, other->path))
			return true;
	}
	return false;
}

/* Files of the program are named from its own folder, wherever that is; all others from that of the report. */
static void add_inputs(struct arena *arena, const struct run *run, struct run_record *record)
{
	const char *folder = path_folder(arena, run->options->spec);
	size_t count = diag_file_count(run->diags);

	record->inputs = arena_array(arena, count + 1, sizeof(*record->inputs));
	for (size_t i = 0; i < count; i++) {
		const struct diag_file *file = diag_file_at(run->diags, i);
		const char *from_report = path_relative(arena, folder, file->path);
		const char *from_share = path_relative(arena, run->share, file->path);
		bool of_program = !is_within(from_report) && is_within(from_share);
		bool withheld = is_protected(run, file);

		record->inputs[record->input_count++] = (struct record_file){
			.place = of_program ? PLACE_PROGRAM : PLACE_REPORT,
			.path = of_program ? from_share : from_report,
			.digest = withheld ? NULL : file->digest,
			.size = withheld ? 0 : file->size,
		};
	}
}

static void add_rules(struct arena *arena, const struct run *run, struct run_record *record)
{
	const struct dataset *dataset = run->results->dataset;

	record->rules = arena_array(arena, dataset->source_count + 1, sizeof(*record->rules));
	for (size_t i = 0; i < dataset->source_count; i++) {
		const struct disclosure_rule *rule = run->results->effects[i].rule;

		record->rules[record->rule_count++] = (struct record_rule){
			.source = dataset->sources[i].id,
			.title = dataset->sources[i].title,
			.rule = dataset->sources[i].rule,
			.effect = rule == NULL ? "" : rule->note,
		};
	}
}

static void add_outputs(struct arena *arena, const struct outfile_set *outputs,
			struct run_record *record)
{
	size_t count = outfile_set_count(outputs);

	record->outputs = arena_array(arena, count + 1, sizeof(*record->outputs));
	for (size_t i = 0; i < count; i++) {
		size_t size = outfile_set_size(outputs, i);

		record->outputs[record->output_count++] = (struct record_file){
			.path = outfile_set_name(outputs, i),
			.digest = digest_hex(arena, outfile_set_bytes(outputs, i), size),
			.size = size,
		};
	}
}

void record_add_file(const struct run *run, struct outfile_set *outputs)
{
	struct arena *arena = arena_new();
	struct run_record record = { 0 };
	struct buffer bytes;

	record.report = path_relative(arena, run_output_folder(run), run->options->spec);
	record.source_date = run->options->source_date;
	record.version_count = record_versions(arena, &run->formats, &record.versions);
	add_options(arena, run, &record);
	add_inputs(arena, run, &record);
	add_rules(arena, run, &record);
	add_outputs(arena, outputs, &record);
	/* Who sets the date of the source wants the same bytes from every run. */
	if (record.source_date == NULL) {
		record.stages = run->stages.items;
		record.stage_count = run->stages.count;
	}
	buffer_init(&bytes);
	run_record_write(&record, &bytes);
	outfile_set_add(outputs, internal_name(run, record_name), &bytes);
	arena_free(arena);
}
