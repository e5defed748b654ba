#include "base/late_library.h"

#include <dlfcn.h>
#include <string.h>

#include "base/buffer.h"
#include "base/diag.h"

/* "libzip4" of "libzip.so.4": the name that Debian's policy gives the package of a library. */
static void add_package(struct buffer *out, const char *soname)
{
	static const char mark[] = ".so";
	const char *end = strstr(soname, mark);

	if (end == NULL) {
		buffer_add_text(out, soname);
		return;
	}
	buffer_add(out, soname, (size_t)(end - soname));
	end += strlen(mark);
	buffer_add_text(out, *end == '.' ? end + 1 : end);
}

static bool missing(const struct late_library *library, struct diag_list *diags)
{
	const char *fault = dlerror();
	struct buffer hint;

	if (diags == NULL)
		return false;
	buffer_init(&hint);
	buffer_add_text(&hint, "install the library; Debian's package is ");
	add_package(&hint, library->soname);
	diag_add(diags, DIAG_LIBRARY_MISSING, (struct location){ 0 }, fault, buffer_text(&hint));
	buffer_clear(&hint);
	return false;
}

/* An object's address is none of a function in C, though it is one in POSIX: bytes are copied. */
static void set(void *table, size_t i, const void *address)
{
	memcpy((char *)table + i * sizeof(late_address *), address, sizeof(late_address *));
}

static void fill_linked(const struct late_library *library, void *table)
{
	for (size_t i = 0; i < library->count; i++)
		set(table, i, &library->functions[i].linked);
}

bool late_library_load(const struct late_library *library, void *table, struct diag_list *diags)
{
	void *handle;

	if (library->soname == NULL) {
		fill_linked(library, table);
		return true;
	}
	handle = dlopen(library->soname, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	if (handle == NULL)
		return missing(library, diags);
	for (size_t i = 0; i < library->count; i++) {
		void *found = dlsym(handle, library->functions[i].name);

		if (found == NULL)
			return missing(library, diags);
		set(table, i, &found);
	}
	return true;
}
