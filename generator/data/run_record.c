#include "data/run_record.h"

#include <jansson.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/fatal.h"
#include "base/source.h"

static const char *const places[] = { [PLACE_REPORT] = "report", [PLACE_PROGRAM] = "program" };

/* The version of the form; readers refuse others. */
enum { RECORD_FORM = 1 };

/* -- writing ------------------------------------------------------------------------------------ */

/* jansson takes a value from its caller, and fails for lack of memory or for text that is not UTF-8 alone. */
static void set(json_t *object, const char *name, json_t *value)
{
	if (json_object_set_new(object, name, value) != 0)
		fatal_out_of_memory();
}

/* A name of a file may be no UTF-8, which JSON cannot hold. */
static json_t *text_value(const char *text)
{
	json_t *value = text == NULL ? json_null() : json_string(text);

	return value != NULL ? value : json_string("(a name that is not UTF-8)");
}

static void set_text(json_t *object, const char *name, const char *text)
{
	set(object, name, text_value(text));
}

static void append(json_t *array, json_t *value)
{
	if (json_array_append_new(array, value) != 0)
		fatal_out_of_memory();
}

static json_t *pairs_of(const struct record_pair *pairs, size_t count)
{
	json_t *object = json_object();

	for (size_t i = 0; i < count; i++)
		set_text(object, pairs[i].name, pairs[i].value);
	return object;
}

static json_t *files_of(const struct record_file *files, size_t count, bool placed)
{
	json_t *array = json_array();

	for (size_t i = 0; i < count; i++) {
		json_t *object = json_object();

		set_text(object, "path", files[i].path);
		if (placed)
			set_text(object, "place", places[files[i].place]);
		set(object, "bytes",
		    files[i].digest == NULL ? json_null()
					    : json_integer((json_int_t)files[i].size));
		set_text(object, "sha256", files[i].digest);
		append(array, object);
	}
	return array;
}

static json_t *rules_of(const struct run_record *record)
{
	json_t *array = json_array();

	for (size_t i = 0; i < record->rule_count; i++) {
		json_t *object = json_object();

		set_text(object, "source", record->rules[i].source);
		set_text(object, "title", record->rules[i].title);
		set_text(object, "rule", record->rules[i].rule);
		set_text(object, "effect", record->rules[i].effect);
		append(array, object);
	}
	return array;
}

static json_t *stages_of(const struct run_record *record)
{
	json_t *object = json_object();

	for (size_t i = 0; i < record->stage_count; i++)
		set(object, record->stages[i].name,
		    json_integer((json_int_t)(record->stages[i].milliseconds + 0.5)));
	return object;
}

void run_record_write(const struct run_record *record, struct buffer *out)
{
	json_t *root = json_object(), *folders = json_array();
	char *text;

	for (size_t i = 0; i < record->data_folder_count; i++)
		append(folders, text_value(record->data_folders[i]));
	set(root, "run_record", json_integer(RECORD_FORM));
	set_text(root, "report", record->report);
	set(root, "versions", pairs_of(record->versions, record->version_count));
	set(root, "parameters", pairs_of(record->parameters, record->parameter_count));
	set(root, "data_folders", folders);
	set_text(root, "formats", record->formats);
	set(root, "pdfa", json_boolean(record->archival));
	set(root, "unsafe_internal", json_boolean(record->unsafe_internal));
	set_text(root, "source_date_epoch", record->source_date);
	set(root, "inputs", files_of(record->inputs, record->input_count, true));
	set(root, "disclosure_rules", rules_of(record));
	set(root, "outputs", files_of(record->outputs, record->output_count, false));
	if (record->stage_count > 0)
		set(root, "milliseconds", stages_of(record));
	text = json_dumps(root, JSON_INDENT(1) | JSON_PRESERVE_ORDER);
	json_decref(root);
	if (text == NULL)
		fatal_out_of_memory();
	buffer_add_text(out, text);
	buffer_add_char(out, '\n');
	free(text);
}

/* -- reading ------------------------------------------------------------------------------------ */

struct reader {
	struct arena *arena;
	const char *path;
	struct diag_list *diags;
	const char *fault; /* the first member that is missing or of another kind; NULL */
	bool is_newer;     /* of a form that this version does not know */
};

static const char *text_of(struct reader *reader, const json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	if (text == NULL && reader->fault == NULL)
		reader->fault = arena_strdup(reader->arena, name);
	return arena_strdup(reader->arena, text == NULL ? "" : text);
}

static const char *text_or_null(struct reader *reader, const json_t *object, const char *name)
{
	return json_is_string(json_object_get(object, name)) ? text_of(reader, object, name) : NULL;
}

static struct record_pair *pairs_in(struct reader *reader, const json_t *root, const char *name,
				    size_t *count)
{
	json_t *object = json_object_get(root, name), *value;
	struct record_pair *pairs =
		arena_array(reader->arena, json_object_size(object) + 1, sizeof(*pairs));
	const char *key;

	*count = 0;
	if (!json_is_object(object) && reader->fault == NULL)
		reader->fault = name;
	json_object_foreach(object, key, value)
	{
		pairs[(*count)++] = (struct record_pair){ arena_strdup(reader->arena, key),
							  text_of(reader, object, key) };
	}
	return pairs;
}

/* No way out of the folder it begins in: such a record was not written by a run. */
static bool stays_inside(const char *path)
{
	return path[0] != '/' && strncmp(path, "../", 3) != 0 && strstr(path, "/../") == NULL;
}

static struct record_file *files_in(struct reader *reader, const json_t *root, const char *name,
				    bool placed, size_t *count)
{
	const json_t *array = json_object_get(root, name);
	struct record_file *files =
		arena_array(reader->arena, json_array_size(array) + 1, sizeof(*files));

	*count = json_array_size(array);
	if (!json_is_array(array) && reader->fault == NULL)
		reader->fault = name;
	for (size_t i = 0; i < *count; i++) {
		const json_t *object = json_array_get(array, i);

		files[i].path = text_of(reader, object, "path");
		files[i].digest = json_is_null(json_object_get(object, "sha256"))
					  ? NULL
					  : text_of(reader, object, "sha256");
		files[i].size = (size_t)json_integer_value(json_object_get(object, "bytes"));
		if (placed && strcmp(text_of(reader, object, "place"), places[PLACE_PROGRAM]) == 0)
			files[i].place = PLACE_PROGRAM;
		if (!placed && !stays_inside(files[i].path) && reader->fault == NULL)
			reader->fault = "path";
		if (!placed && files[i].digest == NULL && reader->fault == NULL)
			reader->fault = "sha256";
	}
	return files;
}

static void read_folders(struct reader *reader, const json_t *root, struct run_record *record)
{
	const json_t *array = json_object_get(root, "data_folders");

	record->data_folder_count = json_array_size(array);
	record->data_folders = arena_array(reader->arena, record->data_folder_count + 1,
					   sizeof(*record->data_folders));
	for (size_t i = 0; i < record->data_folder_count; i++) {
		const char *folder = json_string_value(json_array_get(array, i));

		record->data_folders[i] =
			arena_strdup(reader->arena, folder == NULL ? "." : folder);
	}
}

static struct run_record *record_in(struct reader *reader, const json_t *root)
{
	struct run_record *record = arena_alloc(reader->arena, sizeof(*record));

	if (json_integer_value(json_object_get(root, "run_record")) > RECORD_FORM) {
		reader->is_newer = true;
		return record;
	}
	if (json_integer_value(json_object_get(root, "run_record")) != RECORD_FORM) {
		reader->fault = "run_record";
		return record;
	}
	record->report = text_of(reader, root, "report");
	record->versions = pairs_in(reader, root, "versions", &record->version_count);
	record->parameters = pairs_in(reader, root, "parameters", &record->parameter_count);
	read_folders(reader, root, record);
	record->formats = text_of(reader, root, "formats");
	record->archival = json_is_true(json_object_get(root, "pdfa"));
	record->unsafe_internal = json_is_true(json_object_get(root, "unsafe_internal"));
	record->source_date = text_or_null(reader, root, "source_date_epoch");
	record->inputs = files_in(reader, root, "inputs", true, &record->input_count);
	record->outputs = files_in(reader, root, "outputs", false, &record->output_count);
	return record;
}

struct run_record *run_record_read(struct arena *arena, const char *path, struct diag_list *diags)
{
	struct source *source =
		source_read(arena, path, path, (struct location){ 0 }, DIAG_RECORD_UNUSABLE, diags);
	struct reader reader = { .arena = arena, .path = path, .diags = diags };
	struct run_record *record;
	json_error_t error;
	json_t *root;

	if (source == NULL)
		return NULL;
	root = json_loadb(source->bytes, source->length, JSON_REJECT_DUPLICATES, &error);
	if (root == NULL) {
		diag_add(diags, DIAG_RECORD_UNUSABLE,
			 (struct location){ path, error.line > 0 ? (unsigned)error.line : 0,
					    error.column > 0 ? (unsigned)error.column : 0 },
			 error.text, NULL);
		return NULL;
	}
	record = record_in(&reader, root);
	json_decref(root);
	if (reader.is_newer) {
		diag_add(diags, DIAG_RECORD_UNUSABLE, (struct location){ .file = path },
			 "a later version of the program wrote it", NULL);
		return NULL;
	}
	if (reader.fault == NULL)
		return record;
	diag_addf(diags, DIAG_RECORD_UNUSABLE, (struct location){ .file = path },
		  "\"%s\" is missing or is not what a record has there", reader.fault);
	return NULL;
}

const char *run_record_library_version(void)
{
	return jansson_version_str();
}
