print("rutin")
