#include "run/versions.h"

#include "base/buffer.h"
#include "base/deflate.h"
#include "base/source.h"
#include "data/run_record.h"
#include "device/device.h"
#include "disclosure/solver.h"
#include "html/web_font.h"
#include "records/records.h"
#include "run/formats.h"
#include "serve/server.h"
#include "sheets/archive.h"
#include "sheets/workbook.h"
#include "spec/xml.h"
#include "text/engine.h"

/* Those that are loaded when they are needed. */
static void write_late(struct buffer *out, const struct formats *formats)
{
	static const struct {
		const char *name, *edition; /* none: no edition needs it */
		const char *(*version)(void);
	} libraries[] = {
		{ "libxlsxwriter", "xlsx", xlsx_library_version },
		{ "libzip", "ods", archive_library_version },
		{ "libmicrohttpd", NULL, server_library_version },
	};

	for (size_t i = 0; i < sizeof(libraries) / sizeof(libraries[0]); i++) {
		const char *version;

		if (formats != NULL && (libraries[i].edition == NULL ||
					!formats_has_name(formats, libraries[i].edition)))
			continue;
		version = libraries[i].version();
		buffer_printf(out, "%s %s\n", libraries[i].name,
			      version == NULL ? "not installed" : version);
	}
}

void versions_write(struct buffer *out, const struct formats *formats)
{
	buffer_add_text(out, "gradient " GRADIENT_VERSION "\n");
	buffer_printf(out, "libxml2 %s\n", xml_library_version());
	text_library_versions(out);
	buffer_printf(out, "harfbuzz %s\n", web_font_library_version());
	buffer_printf(out, "zlib %s\n", source_library_version());
	buffer_printf(out, "libdeflate %s\n", deflate_library_version());
	buffer_printf(out, "zstd %s\n", records_library_version());
	buffer_printf(out, "libpng %s\n", png_library_version());
	buffer_printf(out, "clp %s\n", solver_library_version());
	buffer_printf(out, "jansson %s\n", run_record_library_version());
	write_late(out, formats);
}
