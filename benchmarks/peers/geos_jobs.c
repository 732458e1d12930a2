/* The jobs of the benchmark in plain C on GEOS, with the same steps as shapely_jobs.py.
 *
 *     geos_jobs area|change [--model geodesic] [--by REGIONS] [--code PROPERTY] [--figures FILE] MAP…
 *
 * Reads the coordinates of GeoJSON and nothing else of it, checks nothing (regions are repaired). Figures as words.py has
 * them, except that a region is its number in its file, counted from 0, with # before it. Areas: WGS84, edges straight in
 * longitude and latitude, two Gauss–Legendre nodes an edge; or geodesic edges, by PROJ.
 */
#include <geos_c.h>
#include <geodesic.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void die(const char *format, ...) {
    va_list list;
    va_start(list, format);
    fputs("geos_jobs: ", stderr);
    vfprintf(stderr, format, list);
    fputc('\n', stderr);
    exit(1);
}
static void complain(const char *format, ...) {
    va_list list;
    va_start(list, format);
    vfprintf(stderr, format, list);
    fputc('\n', stderr);
    va_end(list);
}
static void ignore(const char *format, ...) { (void)format; }
static void *room(void *old, size_t bytes) {
    void *new = realloc(old, bytes ? bytes : 1);
    if (!new) die("out of memory");
    return new;
}

/* ---- areas ---- */

/* m² between the equator and a latitude (radians), for each radian of longitude: Snyder 1987, 3-12. */
static double W(double latitude) {
    const double a = 6378137, f = 1 / 298.257223563, e2 = f * (2 - f), e = sqrt(e2);
    double s = sin(latitude);
    return a * a / 2 * (1 - e2) * (s / (1 - e2 * s * s) + atanh(e * s) / e);
}
static int geodesic;
static double ring_m2(const GEOSGeometry *ring) {
    const GEOSCoordSequence *sequence = GEOSGeom_getCoordSeq(ring);
    unsigned count;
    GEOSCoordSeq_getSize(sequence, &count);
    static double *xy;
    static unsigned space;
    if (count > space) xy = room(xy, (space = count) * 2 * sizeof *xy);
    GEOSCoordSeq_copyToBuffer(sequence, xy, 0, 0);
    if (geodesic) {
        static struct geod_geodesic spheroid;
        if (spheroid.a == 0) geod_init(&spheroid, 6378137, 1 / 298.257223563);
        struct geod_polygon sides;
        double area;
        geod_polygon_init(&sides, 0);
        for (unsigned i = 1; i < count; i++) geod_polygon_addpoint(&spheroid, &sides, xy[2 * i + 1], xy[2 * i]);
        geod_polygon_compute(&spheroid, &sides, 0, 1, &area, NULL);
        return fabs(area);
    }
    const double radian = M_PI / 180, node = 1 / sqrt(3);
    double sum = 0;
    for (unsigned i = 1; i < count; i++) {
        double run = xy[2 * i] - xy[2 * i - 2];
        double middle = (xy[2 * i + 1] + xy[2 * i - 1]) / 2 * radian, half = (xy[2 * i + 1] - xy[2 * i - 1]) / 2 * radian * node;
        sum += run * (W(middle - half) + W(middle + half));
    }
    return fabs(sum * radian / 2);
}
static double km2(const GEOSGeometry *geometry) {
    int type = GEOSGeomTypeId(geometry);
    double sum = 0;
    if (GEOSisEmpty(geometry)) return 0;
    if (type == GEOS_POLYGON) {
        sum = ring_m2(GEOSGetExteriorRing(geometry)) / 1e6;
        for (int i = 0, n = GEOSGetNumInteriorRings(geometry); i < n; i++) sum -= ring_m2(GEOSGetInteriorRingN(geometry, i)) / 1e6;
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        for (int i = 0, n = GEOSGetNumGeometries(geometry); i < n; i++) sum += km2(GEOSGetGeometryN(geometry, i));
    }
    return sum;
}

/* ---- reading ---- */

static const char *at, *path;
static void space(void) {
    while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t') at++;
}
static int take(char c) {
    space();
    if (*at != c) return 0;
    at++;
    return 1;
}
static void need(char c) {
    if (!take(c)) die("%s: '%c' expected before '%.20s'", path, c, at);
}
/* Up to 15 digits divided by a power of ten are correctly rounded (Clinger 1990); else strtod. */
static double number(void) {
    static const double tens[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    space();
    const char *start = at;
    int negative = *at == '-', digits = 0, decimals = 0;
    long long value = 0;
    at += negative;
    for (; *at >= '0' && *at <= '9' && digits < 16; at++, digits++) value = value * 10 + (*at - '0');
    if (*at == '.')
        for (at++; *at >= '0' && *at <= '9' && digits < 16; at++, digits++, decimals++) value = value * 10 + (*at - '0');
    if (digits == 0 || digits > 15 || *at == 'e' || *at == 'E') {
        char *end;
        double slow = strtod(start, &end);
        if (end == start) die("%s: a number expected before '%.20s'", path, start);
        at = end;
        return slow;
    }
    return (negative ? -value : value) / tens[decimals];
}
static GEOSGeometry *ring(void) {
    static double *xy;
    static size_t space;
    size_t count = 0;
    need('[');
    do {
        if (count == space) xy = room(xy, (space = space * 2 + 1024) * 2 * sizeof *xy);
        need('[');
        xy[2 * count] = number();
        need(',');
        xy[2 * count++ + 1] = number();
        while (take(',')) number(); /* heights */
        need(']');
    } while (take(','));
    need(']');
    return GEOSGeom_createLinearRing(GEOSCoordSeq_copyFromBuffer(xy, (unsigned)count, 0, 0));
}
static GEOSGeometry *polygon(void) {
    GEOSGeometry **holes = NULL;
    unsigned count = 0;
    need('[');
    GEOSGeometry *outer = ring();
    while (take(',')) {
        holes = room(holes, (count + 1) * sizeof *holes);
        holes[count++] = ring();
    }
    need(']');
    GEOSGeometry *result = GEOSGeom_createPolygon(outer, holes, count);
    free(holes);
    return result;
}
typedef struct {
    GEOSGeometry **items;
    int count;
} List;
static void add(List *list, GEOSGeometry *geometry) {
    if (!geometry) die("%s: GEOS failed", path);
    if ((list->count & (list->count - 1)) == 0) list->items = room(list->items, (list->count ? 2 * list->count : 1) * sizeof *list->items);
    list->items[list->count++] = geometry;
}
static GEOSGeometry *multi(List *list) {
    GEOSGeometry *result = GEOSGeom_createCollection(GEOS_MULTIPOLYGON, list->items, (unsigned)list->count);
    free(list->items);
    return result;
}
/* The features of a file: each a MultiPolygon, or all as one. */
static List read_file(const char *name, int as_one) {
    path = name;
    FILE *file = fopen(name, "rb");
    if (!file) die("%s cannot be read", name);
    fseek(file, 0, SEEK_END);
    long bytes = ftell(file);
    rewind(file);
    char *text = room(NULL, bytes + 1);
    if (fread(text, 1, bytes, file) != (size_t)bytes) die("%s cannot be read", name);
    text[bytes] = 0;
    fclose(file);
    List all = {0}, parts = {0};
    const char key[] = "\"coordinates\"";
    for (at = text; (at = strstr(at, key));) {
        at += sizeof key - 1;
        need(':');
        int depth = 0;
        const char *start = at;
        while (take('[')) depth++;
        at = start;
        if (depth == 3) add(&parts, polygon());
        else if (depth == 4) {
            need('[');
            do add(&parts, polygon());
            while (take(','));
            need(']');
        } else die("%s: neither a Polygon nor a MultiPolygon", name);
        if (!as_one) {
            add(&all, multi(&parts));
            parts = (List){0};
        }
    }
    if (as_one) add(&all, multi(&parts));
    free(text);
    return all;
}

/* ---- regions ---- */

static List regions;
static const GEOSPreparedGeometry **prepared;
static GEOSSTRtree *tree;
static void read_regions(const char *name) {
    regions = read_file(name, 0);
    prepared = room(NULL, regions.count * sizeof *prepared);
    tree = GEOSSTRtree_create(10);
    for (int i = 0; i < regions.count; i++) {
        if (GEOSisValid(regions.items[i]) != 1) {
            GEOSMakeValidParams *how = GEOSMakeValidParams_create();
            GEOSMakeValidParams_setMethod(how, GEOS_MAKE_VALID_STRUCTURE);
            regions.items[i] = GEOSMakeValidWithParams(regions.items[i], how);
        }
        prepared[i] = GEOSPrepare(regions.items[i]);
        GEOSSTRtree_insert(tree, regions.items[i], (void *)(size_t)(i + 1));
    }
}
typedef struct {
    const GEOSGeometry *piece;
    double *sums;
} Query;
static void visit(void *item, void *data) {
    size_t i = (size_t)item - 1;
    Query *query = data;
    if (GEOSPreparedContainsProperly(prepared[i], query->piece) == 1) query->sums[i] += km2(query->piece);
    else if (GEOSPreparedIntersects(prepared[i], query->piece) == 1) {
        GEOSGeometry *cut = GEOSIntersection(query->piece, regions.items[i]);
        if (!cut) die("an intersection failed");
        query->sums[i] += km2(cut);
        GEOSGeom_destroy(cut);
    }
}
static void by_region(const GEOSGeometry *geometry, double *sums) {
    if (!tree) return;
    for (int i = 0, n = GEOSGetNumGeometries(geometry); i < n; i++) {
        Query query = {GEOSGetGeometryN(geometry, i), sums};
        if (!GEOSisEmpty(query.piece)) GEOSSTRtree_query(tree, query.piece, visit, &query);
    }
}

/* ---- change ---- */

static GEOSGeometry *first_less_second(const GEOSGeometry *first, const GEOSGeometry *second) {
    GEOSGeometry *result = GEOSDifference(first, second);
    if (!result) die("a difference failed");
    return result;
}
/* Gained (0) and lost (1) from one overlay: parts of the symmetric difference, told apart by a point of each. */
static void change(const GEOSGeometry *before, const GEOSGeometry *after, double net, double *sums, double *in_regions[2]) {
    GEOSGeometry *either = GEOSSymDifference(after, before);
    if (!either) die("a symmetric difference failed");
    const GEOSPreparedGeometry *later = GEOSPrepare(after);
    int n = GEOSGetNumGeometries(either);
    int *lost = room(NULL, n * sizeof *lost);
    double parts[2] = {0, 0};
    for (int i = 0; i < n; i++) {
        const GEOSGeometry *part = GEOSGetGeometryN(either, i);
        lost[i] = 0;
        if (GEOSisEmpty(part)) continue;
        GEOSGeometry *point = GEOSPointOnSurface(part);
        lost[i] = GEOSPreparedIntersects(later, point) != 1;
        parts[lost[i]] += km2(part);
        GEOSGeom_destroy(point);
    }
    if (fabs(parts[0] - parts[1] - net) > 1e-6) { /* a part is both: two differences */
        GEOSGeometry *two[] = {first_less_second(after, before), first_less_second(before, after)};
        for (int k = 0; k < 2; k++) {
            sums[k] += km2(two[k]);
            by_region(two[k], in_regions[k]);
            GEOSGeom_destroy(two[k]);
        }
    } else {
        for (int k = 0; k < 2; k++) sums[k] += parts[k];
        for (int i = 0; i < n; i++) by_region(GEOSGetGeometryN(either, i), in_regions[lost[i]]);
    }
    free(lost);
    GEOSPreparedGeom_destroy(later);
    GEOSGeom_destroy(either);
}

static void figures(FILE *file, int step, const char *region, int number, const double *km2, int count) {
    if (!file) return;
    fprintf(file, "%d,%s", step, region);
    if (number >= 0) fprintf(file, "%d", number);
    for (int k = 0; k < count; k++) fprintf(file, ",%.17g", km2[k]);
    fprintf(file, "%s\n", count == 1 ? ",," : "");
}

int main(int count, char **words) {
    int first = 2, changes = count > 2 && !strcmp(words[1], "change");
    int reads = count > 2 && !strcmp(words[1], "read");
    if (count < 3 || (!reads && !changes && strcmp(words[1], "area"))) die("usage: geos_jobs read|area|change [OPTION VALUE]… MAP…");
    initGEOS(ignore, complain);
    FILE *file = NULL;
    for (; count > first + 2 && words[first][0] == '-'; first += 2) {
        if (!strcmp(words[first], "--model")) geodesic = !strcmp(words[first + 1], "geodesic");
        else if (!strcmp(words[first], "--by")) read_regions(words[first + 1]);
        else if (!strcmp(words[first], "--figures")) file = fopen(words[first + 1], "w");
        else if (strcmp(words[first], "--code")) die("no option %s", words[first]);
    }
    if (file) fputs(reads ? "step,region,vertices\n" : "step,region,heldKm2,gainedKm2,lostKm2\n", file);
    double before_km2 = 0;
    double *in_regions[3];
    for (int k = 0; k < 3; k++) in_regions[k] = calloc(regions.count + 1, sizeof(double));
    GEOSGeometry *before = NULL;
    for (int i = first; i < count; i++) {
        List one = read_file(words[i], 1);
        GEOSGeometry *map = one.items[0];
        free(one.items);
        if (reads) {
            if (file) fprintf(file, "%d,total,%d\n", i - first, GEOSGetNumCoordinates(map));
            GEOSGeom_destroy(map);
            continue;
        }
        for (int k = 0; k < 3; k++) memset(in_regions[k], 0, (regions.count + 1) * sizeof(double));
        double all[3] = {km2(map), 0, 0};
        by_region(map, in_regions[0]);
        if (changes && before) change(before, map, all[0] - before_km2, all + 1, in_regions + 1);
        int columns = changes && before ? 3 : 1;
        figures(file, i - first, "total", -1, all, columns);
        for (int r = 0; r < regions.count; r++) {
            double here[3] = {in_regions[0][r], in_regions[1][r], in_regions[2][r]};
            figures(file, i - first, "#", r, here, columns);
        }
        if (before) GEOSGeom_destroy(before);
        before = map;
        before_km2 = all[0];
    }
    if (file && fclose(file)) die("the figures cannot be written");
    return 0;
}
