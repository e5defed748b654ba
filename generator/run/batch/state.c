#include "run/batch/state.h"

#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/outfile.h"
#include "base/path.h"
#include "base/source.h"
#include "base/source_store.h"
#include "run/batch/private.h"
#include "run/edition.h"
#include "run/run.h"

static const char *state_name(const struct batch *batch, const struct batch_item *item)
{
	return arena_printf(batch->arena, "%s.state", item->key);
}

bool state_read(const struct batch *batch, const struct batch_item *item, struct account *account)
{
	const char *path = path_join(batch->arena, private_folder(batch), state_name(batch, item));
	struct diag_list *nobody = diag_list_new(batch->arena);
	const struct source *source = source_read(batch->arena, path, path, (struct location){ 0 },
						  DIAG_OUTPUT_UNWRITABLE, nobody);

	return source != NULL && account_read(batch->arena, source->bytes, account, NULL);
}

bool state_write(const struct batch *batch, const struct batch_item *item,
		 const struct account *account)
{
	struct outfile_set *files = outfile_set_new(batch->arena, private_folder(batch));
	struct buffer text;
	mode_t before;
	bool written;

	buffer_init(&text);
	account_write(account, NULL, &text);
	outfile_set_add(files, state_name(batch, item), &text);
	before = umask(0077);
	written = outfile_set_write(files, diag_list_new(batch->arena));
	umask(before);
	outfile_set_free(files);
	return written;
}

/* -- the mark ----------------------------------------------------------------------------------- */

static void add_fact(struct buffer *facts, const char *name, const char *value)
{
	buffer_printf(facts, "%s %zu ", name, strlen(value));
	buffer_add_text(facts, value);
	buffer_add_char(facts, '\n');
}

/* All but the files that a statement is made from. */
static void add_options(const struct batch *batch, const struct batch_item *item,
			struct buffer *facts)
{
	const struct run_options *options = &batch->line->run;
	const char *folder = path_join(batch->arena, batch->folder, item->key);

	const char *program = source_store_digest(batch->store, "/proc/self/exe");

	buffer_add_text(facts, batch->versions);
	add_fact(facts, "program", program == NULL ? "" : program);
	add_fact(facts, "report", path_relative(batch->arena, folder, item->spec));
	add_fact(facts, "formats", options->formats == NULL ? "" : options->formats);
	add_fact(facts, "archival", options->pdfa ? "yes" : "no");
	add_fact(facts, "strict", options->strict ? "yes" : "no");
	add_fact(facts, "date", options->source_date == NULL ? "" : options->source_date);
	for (size_t i = 0; i < options->data_folder_count; i++)
		add_fact(facts, "data",
			 path_relative(batch->arena, path_folder(batch->arena, item->spec),
				       options->data_folders[i]));
	for (size_t i = 0; i < item->setting_count; i++) {
		add_fact(facts, "parameter", item->settings[i].name);
		add_fact(facts, "value", item->settings[i].value);
	}
}

static void add_input(struct buffer *facts, const char *path, const char *digest)
{
	add_fact(facts, "input", path);
	add_fact(facts, "sha256", digest);
}

static const char *mark_of(const struct batch *batch, struct buffer *facts)
{
	const char *mark = digest_keyed_hex(batch->arena, batch->key, sizeof(batch->key),
					    buffer_text(facts), facts->length);

	buffer_clear(facts);
	return mark;
}

/* What is in a database now is not known without asking it. */
static bool asks_databases(const struct run *run)
{
	for (size_t i = 0; i < run->report->source_count; i++)
		if (run->report->sources[i].kind == SOURCE_ODBC)
			return true;
	return false;
}

void state_mark(const struct batch *batch, const struct batch_item *item, const struct run *run,
		struct account *account)
{
	const char *folder = path_folder(batch->arena, item->spec);
	struct buffer facts;

	buffer_init(&facts);
	add_options(batch, item, &facts);
	for (size_t i = 0; i < diag_file_count(run->diags); i++) {
		const struct diag_file *file = diag_file_at(run->diags, i);
		const char *path = path_relative(batch->arena, folder, file->path);

		account->inputs = arena_grow(batch->arena, account->inputs, account->input_count,
					     &account->input_capacity, sizeof(*account->inputs));
		account->inputs[account->input_count++] = path;
		add_input(&facts, path, file->digest);
	}
	account->mark = batch->has_key && !asks_databases(run) ? mark_of(batch, &facts) : "";
	buffer_clear(&facts);
}

/* -- is it still right? ------------------------------------------------------------------------- */

static bool inputs_hold(const struct batch *batch, const struct batch_item *item,
			const struct account *account)
{
	const char *folder = path_folder(batch->arena, item->spec);
	struct buffer facts;

	buffer_init(&facts);
	add_options(batch, item, &facts);
	for (size_t i = 0; i < account->input_count; i++) {
		const char *path = path_join(batch->arena, folder, account->inputs[i]);
		const char *digest = source_store_digest(batch->store, path);

		if (digest == NULL) {
			buffer_clear(&facts);
			return false;
		}
		add_input(&facts, account->inputs[i], digest);
	}
	return strcmp(mark_of(batch, &facts), account->mark) == 0;
}

bool state_output_holds(struct arena *scratch, const char *folder,
			const struct account_output *output)
{
	const char *path = path_join(scratch, folder, output->name);
	struct diag_list *files = diag_list_new(scratch);

	diag_keep_files(files);
	source_note_file(path, files);
	return diag_file_count(files) == 1 && diag_file_at(files, 0)->size == output->size &&
	       strcmp(diag_file_at(files, 0)->digest, output->digest) == 0;
}

bool state_holds(const struct batch *batch, const struct batch_item *item,
		 const struct account *account)
{
	struct arena *scratch = arena_new();
	const char *folder = path_join(scratch, batch->folder, item->key);
	bool holds = batch->has_key && account->made && account->mark[0] != '\0' &&
		     inputs_hold(batch, item, account);

	for (size_t i = 0; holds && i < account->output_count; i++)
		holds = state_output_holds(scratch, folder, &account->outputs[i]);
	arena_free(scratch);
	return holds;
}
