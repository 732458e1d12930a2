@main struct Metes { static func main() {} }
